package org.maraude.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.calendar.Paris;
import org.maraude.events.Topic;
import org.maraude.events.assessment.Links;
import org.maraude.events.assessment.Queue;
import tools.jackson.databind.JsonNode;

/** What is out of a team's departements does not exist for its people, wherever they look. */
class TeamsIT {

  /** Paths whose {@code {id}} names something else than what belongs to an item. */
  private static final List<String> OTHER_IDS =
      List.of(
          "/sites/",
          "/searches/",
          "/people/",
          "/account/",
          "/teams/",
          "/crip/",
          "/resources/",
          "/glossary/",
          "/exports/",
          "/trends/");

  @TempDir static Path folder;
  static RunningDashboard running;
  static String admin;
  static String near;
  static String far;
  static String anywhere;

  @BeforeAll
  static void start() {
    running = RunningDashboard.start(folder);
    admin = running.token("script-admin", Role.ADMIN);
    near = running.token("script-near", Role.LEAD);
    far = running.token("script-far", Role.LEAD);
    anywhere = running.token("script-anywhere", Role.LEAD);
    join("script-near", team("Loire", "44"));
    join("script-far", team("Anjou", "49", "72"));
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @BeforeEach
  void empty() {
    for (var table : List.of("rounds", "double_reads", "saved_searches", "items", "bulks")) {
      running.sql().sql("delete from " + table).update();
    }
  }

  private static String team(String name, String... departements) {
    var codes = java.util.Arrays.stream(departements).map(code -> '"' + code + '"').toList();
    var made =
        running.post(
            "/api/v1/teams",
            admin,
            "{\"name\": \"%s\", \"departements\": %s}".formatted(name, codes));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return RunningDashboard.json(made).get("id").asString();
  }

  private static void join(String name, String team) {
    var answer =
        running.post("/api/v1/teams/" + team + "/members", admin, "{\"name\": \"" + name + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  /** An item of a departement, which shares its contact with all others of the test. */
  private static String item(String adId, Queue queue, @Nullable String departement) {
    var contact = running.sealed("+33639981244");
    var links = new Links(null, 0, 0, 0, "template-1", 0, 0);
    long before = running.count("select count(*) from items");
    running.publish(
        Topic.ADS_ASSESSED,
        adId,
        SyntheticAds.assessment(adId, 1, queue, 0.9, SyntheticAds.BODY, List.of(contact), links));
    running.awaitItems(before + 1);
    running
        .sql()
        .sql("update items set departement = ? where ad_id = ?")
        .params(java.util.Arrays.asList(departement, adId))
        .update();
    return running
        .sql()
        .sql("select id::text from items where ad_id = ?")
        .param(adId)
        .query(String.class)
        .single();
  }

  private static JsonNode ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    return RunningDashboard.json(answer);
  }

  private static String token(String item) {
    return running
        .sql()
        .sql("select tokens[1] from items where id = ?::uuid")
        .param(item)
        .query(String.class)
        .single();
  }

  /** Calls a row of the table on an id as somebody who is let in would. */
  private static int call(AccessTable.Row row, String id, String contact, String by, String key) {
    var json =
        row.method().equals("GET")
            ? null
            : """
            {"fence":1,"outcome":"NO_CONCERN","reasons":["MISREAD"],"note":"","to":"lead",
             "purpose":"REFERRAL","route":"CRIP","toldAt":"%s","whom":"CRIP","agrees":true}\
            """
                .formatted(Instant.now());
    return running
        .call(
            row.method(),
            row.path().replace("{id}", id).replace("{token}", contact)
                + "?fence=1&outcome=NO_CONCERN&reasons=MISREAD&purpose=REFERRAL&to=lead"
                + "&route=CRIP&told=2026-03-02T10:00&whom=CRIP&agrees=true",
            by,
            json,
            "Idempotency-Key",
            key + row.toString().replaceAll("\\W", "-"))
        .statusCode();
  }

  /** What an id of a path stands for here: an item, or what belongs to one. */
  private static String foreign(String path, Map<String, String> ids) {
    return ids.entrySet().stream()
        .filter(each -> path.replace("/api/v1", "").startsWith(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("say what the id of " + path + " belongs to"));
  }

  @Test
  void noEndpointKnowsAnItemOfAnotherTeamAndEachKnowsOnesOwn() {
    var theirs = item("demo-a:far", Queue.MINOR, "49");
    var ours = item("demo-a:near", Queue.MINOR, "44");
    var bulk = bulk(item("demo-a:bulk", Queue.ADULT, "72"), far);
    var reading = reading("script-near", item("demo-a:read", Queue.ADULT, "44"));
    running.sql().sql("update items set departement = '49' where ad_id = 'demo-a:read'").update();
    var round = round(item("demo-a:round", Queue.ADULT, "49"));
    var ids =
        new TreeMap<>(
            Map.of(
                "/items/{id}",
                theirs,
                "/bulks/{id}",
                bulk,
                "/second-reads/{id}",
                reading,
                "/rounds/{id}",
                round));
    ids.putAll(TeamsOwn.campaign(running, far));
    ids.put("/cases/{id}", TeamsOwn.accompanied(running, far));
    var found = new TreeMap<String, Integer>();
    var lost = new TreeMap<String, Integer>();
    for (var row : AccessTable.rows()) {
      if (!row.path().contains("{id}")
          || row.role().isEmpty()
          || OTHER_IDS.stream().anyMatch(row.path()::contains)) {
        continue;
      }
      int answer = call(row, foreign(row.path(), ids), token(theirs), near, "theirs");
      if (answer != 404) {
        found.put(row.toString(), answer);
      }
      if (row.path().contains("/items/{id}")) {
        int own = call(row, ours, token(ours), near, "ours");
        if (own == 404 || own >= 500) {
          lost.put(row.toString(), own);
        }
      }
    }
    assertThat(found).as("items of another team").isEmpty();
    assertThat(lost).as("items of one's own").isEmpty();
    assertThat(
            running.count("select count(*) from items where outcome is null and ad_id like '%far'"))
        .isEqualTo(1);
  }

  /** A round of the far team over an ad of its own. */
  private static String round(String item) {
    decide(item, "CONTACT_IN_ROUND", far);
    var made =
        running.post(
            "/api/v1/rounds",
            far,
            """
            {"day": "%s", "workers": ["script-far"]}\
            """
                .formatted(LocalDate.now(Paris.ZONE)));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return RunningDashboard.json(made).get("id").asString();
  }

  private static String bulk(String item, String by) {
    var body =
        """
        {"items": ["%s"], "outcome": "NO_CONCERN", "reasons": ["MISREAD"], "fingerprint": "%s"}\
        """;
    var print = ok(running.post("/api/v1/bulks/preview", by, body.formatted(item, "")));
    var done =
        running.post(
            "/api/v1/bulks", by, body.formatted(item, print.get("fingerprint").asString()));
    assertThat(RunningDashboard.json(done).at("/lines/0/state").asString()).isEqualTo("DECIDED");
    return RunningDashboard.json(done).get("id").asString();
  }

  /** A second reading of an item that somebody has before them. */
  private static String reading(String reader, String item) {
    decide(item, "NO_CONCERN", anywhere);
    // One decision in twenty is drawn by itself.
    running.sql().sql("delete from double_reads where item_id = ?::uuid").param(item).update();
    running
        .sql()
        .sql(
            """
            insert into double_reads (id, item_id, round, queue, decision_id, first_by,
              first_outcome, drawn_at, reader, lease_until)
            select gen_random_uuid(), d.item_id, d.round, d.queue, d.id, d.decided_by, d.outcome,
              now(), u.id, now() + interval '1 hour'
            from decisions d, users u where d.item_id = ?::uuid and u.name = ?\
            """)
        .params(item, reader)
        .update();
    return running
        .sql()
        .sql("select id::text from double_reads where item_id = ?::uuid")
        .param(item)
        .query(String.class)
        .single();
  }

  private static void decide(String item, String outcome, String by) {
    var claim = ok(running.post("/api/v1/items/" + item + "/claim", by, null));
    ok(
        running.post(
            "/api/v1/items/" + item + "/decision",
            by,
            "{\"fence\": %d, \"outcome\": \"%s\", \"reasons\": [\"MISREAD\"]}"
                .formatted(claim.get("fence").asLong(), outcome)));
  }

  private static List<String> listed(String path, String by) {
    return ok(running.get(path, by))
        .get("items")
        .valueStream()
        .map(row -> row.get("adId").asString())
        .sorted()
        .toList();
  }

  @Test
  void listsSearchesAndCountersHoldWhatTheTeamReachesAndWhatHasNoDepartement() {
    item("demo-a:far", Queue.ADULT, "49");
    item("demo-a:near", Queue.ADULT, "44");
    item("demo-a:unknown", Queue.ADULT, "?");
    item("demo-a:none", Queue.ADULT, null);
    for (var path :
        List.of(
            "/api/v1/queues/adult/items",
            "/api/v1/queues/adult/items?q=bient%C3%B4t",
            "/api/v1/queues/adult/items?rule=management")) {
      assertThat(listed(path, near))
          .as(path)
          .containsExactly("demo-a:near", "demo-a:none", "demo-a:unknown");
      assertThat(listed(path, far))
          .as(path)
          .containsExactly("demo-a:far", "demo-a:none", "demo-a:unknown");
      assertThat(listed(path, anywhere)).as(path).hasSize(4);
    }
    assertThat(listed("/api/v1/queues/adult/items?departement=49", near)).isEmpty();
    var search = "{\"name\": \"all\", \"queue\": \"ADULT\", \"q\": \"équipe\"}";
    ok(running.post("/api/v1/searches", near, search));
    running.sql().sql("update saved_searches set looked_at = '2020-01-01'").update();
    assertThat(ok(running.get("/api/v1/searches", near)).at("/items/0/fresh").asInt()).isEqualTo(3);
    assertThat(running.get("/", near).body()).doesNotContain("demo-a:far");
    for (int i = 0; i < 3; i++) {
      ok(running.post("/api/v1/queues/adult/claim", near, null));
    }
    assertThat(running.post("/api/v1/queues/adult/claim", near, null).statusCode()).isEqualTo(204);
    assertThat(running.count("select count(*) from items where holder is null")).isEqualTo(1);
  }

  @Test
  void linkedAdsBulksAndHandOversStopAtTheTeamsBorder() {
    var theirs = item("demo-a:far", Queue.ADULT, "49");
    var ours = item("demo-a:near", Queue.ADULT, "44");
    item("demo-a:none", Queue.ADULT, null);
    assertThat(
            ok(running.get("/api/v1/items/" + ours + "/linked", near))
                .get("ads")
                .valueStream()
                .map(ad -> ad.get("adId").asString()))
        .containsExactly("demo-a:none");
    assertThat(running.get("/items/" + ours, near).body()).doesNotContain("demo-a:far");
    var preview =
        ok(
            running.post(
                "/api/v1/bulks/preview",
                near,
                """
                {"items": ["%s", "%s"], "outcome": "NO_CONCERN", "reasons": ["MISREAD"]}\
                """
                    .formatted(theirs, ours)));
    assertThat(
            preview.get("lines").valueStream().map(line -> line.get("refused").asString()).toList())
        .contains("NO_SUCH_ITEM");
    assertThat(preview.toString()).doesNotContain("demo-a:far");

    ok(running.post("/api/v1/items/" + ours + "/claim", near, null));
    join("outreach", team("Mayenne", "53"));
    var give = "{\"to\": \"%s\"}";
    var refused =
        running.post("/api/v1/items/" + ours + "/assign", near, give.formatted("outreach"));
    assertThat(RunningDashboard.json(refused).get("meanwhile").asString())
        .isEqualTo("CANNOT_TAKE_IT");
    var colleagues = ok(running.get("/api/v1/items/" + ours, near)).get("colleagues").toString();
    assertThat(colleagues).contains("\"lead\"").doesNotContain("\"outreach\"");
    assertThat(
            running
                .post("/api/v1/items/" + ours + "/assign", near, give.formatted("lead"))
                .statusCode())
        .isEqualTo(204);
    join("outreach", first());
  }

  private static String first() {
    return org.maraude.dashboard.accounts.Team.FIRST.toString();
  }

  @Test
  void secondOpinionsAndSecondReadingsOfOthersAreNotOffered() {
    var referred = item("demo-a:minor", Queue.MINOR, "49");
    decide(referred, "REFER", anywhere);
    var awaiting = item("demo-a:adult", Queue.ADULT, "49");
    decide(awaiting, "REFER", anywhere);
    reading("script-near", item("demo-a:read", Queue.ADULT, "49"));
    running.sql().sql("update double_reads set reader = null, lease_until = null").update();
    assertThat(listed("/api/v1/second-looks", near)).isEmpty();
    assertThat(listed("/api/v1/second-looks", far)).containsExactly("demo-a:minor");
    assertThat(running.post("/api/v1/queues/adult/claim", near, null).statusCode()).isEqualTo(204);
    assertThat(running.post("/api/v1/second-reads", near, null).statusCode()).isEqualTo(204);
    assertThat(running.post("/api/v1/second-reads", far, null).statusCode()).isEqualTo(200);
    assertThat(running.post("/api/v1/queues/adult/claim", far, null).statusCode()).isEqualTo(200);
    assertThat(deeds(awaiting, far)).as("who may be the second").doesNotContain("OPINION_GIVEN");
    assertThat(deeds(awaiting, anywhere)).as("one's own").contains("OPINION_GIVEN");
    assertThat(running.get("/api/v1/audit", near).body()).doesNotContain(referred);
    assertThat(running.get("/api/v1/audit", far).body()).contains(referred);
  }

  private static List<String> deeds(String item, String by) {
    return ok(running.get("/api/v1/audit", by))
        .get("items")
        .valueStream()
        .filter(line -> line.get("subject").asString().equals(item))
        .map(line -> line.get("action").asString())
        .toList();
  }

  @Test
  void aChangeOfTeamsCountsAtOnceForWhatIsInHandToo() {
    var item = item("demo-a:moved", Queue.ADULT, "44");
    var claim = ok(running.post("/api/v1/items/" + item + "/claim", near, null));
    var decision =
        "{\"fence\": %d, \"outcome\": \"NO_CONCERN\", \"reasons\": [\"MISREAD\"]}"
            .formatted(claim.get("fence").asLong());
    running.sql().sql("update items set departement = '53'").update();
    assertThat(running.post("/api/v1/items/" + item + "/decision", near, decision).statusCode())
        .isEqualTo(404);
    running.sql().sql("update items set departement = '44'").update();
    ok(running.post("/api/v1/items/" + item + "/decision", near, decision));
  }

  @Test
  void anAdministratorMakesTeamsByTheirPageAndEveryChangeIsALineOfTheAudit() {
    var browser = running.browser().as("admin");
    var made =
        browser.submit("/teams", "/teams", Map.of("name", "Corse", "departements", "2a, 2B"));
    assertThat(made.statusCode()).isEqualTo(302);
    var wrong =
        browser.submit("/teams", "/teams", Map.of("name", "<b>x</b>", "departements", "44 999"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("Un de ces codes", "&lt;b&gt;x", "44 999")
        .doesNotContain("<b>x");
    for (var name : List.of("Corse", " ", "x".repeat(81))) {
      var answer = browser.submit("/teams", "/teams", Map.of("name", name, "departements", ""));
      assertThat(answer.statusCode()).as(name).isEqualTo(422);
    }
    var id =
        running
            .sql()
            .sql("select id::text from teams where name = 'Corse'")
            .query(String.class)
            .single();
    assertThat(
            running
                .sql()
                .sql("select array_to_string(departements, ' ') from teams where id = ?::uuid")
                .param(id)
                .query(String.class)
                .single())
        .isEqualTo("2A 2B");
    var analyst =
        running
            .sql()
            .sql("select id::text from users where name = 'analyst'")
            .query(String.class)
            .single();
    assertThat(
            browser
                .submit("/people", "/people/" + analyst + "/team", Map.of("team", id))
                .statusCode())
        .isEqualTo(302);
    assertThat(browser.get("/teams").body()).contains("Membres : analyst.");
    assertThat(browser.submit("/teams", "/teams/" + id + "/dissolve", Map.of()).statusCode())
        .isEqualTo(422);
    browser.submit("/people", "/people/" + analyst + "/team", Map.of("team", first()));
    browser.submit("/teams", "/teams/" + id, Map.of("name", "Corse du Sud", "departements", "2A"));
    assertThat(browser.submit("/teams", "/teams/" + id + "/dissolve", Map.of()).statusCode())
        .isEqualTo(302);
    assertThat(browser.submit("/teams", "/teams/" + first() + "/dissolve", Map.of()).statusCode())
        .isEqualTo(422);
    var lines =
        running
            .sql()
            .sql("select action || ' ' || reason from audit where subject in (?, ?) order by seq")
            .params(id, analyst)
            .query(String.class)
            .list()
            .stream()
            .filter(line -> line.startsWith("TEAM"))
            .collect(Collectors.toList());
    assertThat(lines)
        .containsExactly(
            "TEAM_MADE 2A 2B",
            "TEAM_JOINED " + id,
            "TEAM_JOINED " + first(),
            "TEAM_CHANGED 2A",
            "TEAM_DISSOLVED ");
  }
}
