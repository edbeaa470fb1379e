package org.maraude.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.accounts.Role;
import org.maraude.events.Topic;
import org.maraude.events.assessment.Queue;
import tools.jackson.databind.JsonNode;

/** Several items at once, second readings and saved searches, by the API. */
class WorkTogetherIT {

  @TempDir static Path folder;
  static RunningDashboard running;
  static String outreach;
  static String colleague;
  static String lead;

  @BeforeAll
  static void start() {
    running = RunningDashboard.start(folder);
    outreach = running.token("script-a", Role.OUTREACH);
    colleague = running.token("script-b", Role.OUTREACH);
    lead = running.token("script-lead", Role.LEAD);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @BeforeEach
  void empty() {
    for (var table : List.of("double_reads", "saved_searches", "items", "bulks", "outbox")) {
      running.sql().sql("delete from " + table).update();
    }
    running.sql().sql("delete from rule_verdicts").update();
  }

  private static List<String> flagged(Queue queue, int count) {
    for (int i = 1; i <= count; i++) {
      var ad = "demo-a:" + i;
      running.publish(Topic.ADS_ASSESSED, ad, SyntheticAds.assessment(ad, 1, queue, 0.9));
    }
    running.awaitItems(count);
    return running
        .sql()
        .sql("select id::text from items order by ad_id")
        .query(String.class)
        .list();
  }

  private static JsonNode ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    return RunningDashboard.json(answer);
  }

  private static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(RunningDashboard.json(answer).get("code").asString()).isEqualTo(code);
  }

  private static String bulk(List<String> items, String outcome, String fingerprint) {
    return """
    {"items": [%s], "outcome": "%s", "reasons": ["MISREAD"], "fingerprint": "%s"}\
    """
        .formatted(
            items.stream().map(id -> '"' + id + '"').collect(Collectors.joining(",")),
            outcome,
            fingerprint);
  }

  private static String fingerprint(List<String> items, String token) {
    return ok(running.post("/api/v1/bulks/preview", token, bulk(items, "NO_CONCERN", "")))
        .get("fingerprint")
        .asString();
  }

  private static void decide(String item, String outcome, String token) {
    var claim = ok(running.post("/api/v1/items/" + item + "/claim", token, null));
    ok(
        running.post(
            "/api/v1/items/" + item + "/decision",
            token,
            "{\"fence\": %d, \"outcome\": \"%s\", \"reasons\": [\"MISREAD\"]}"
                .formatted(claim.get("fence").asLong(), outcome)));
  }

  private static List<String> each(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(line -> line.get(field).isNull() ? "-" : line.get(field).asString())
        .sorted()
        .toList();
  }

  @Test
  void aPreviewChangesNothingAndSaysOfEachItemWhyItIsLeftOut() {
    var items = new ArrayList<>(flagged(Queue.ADULT, 6));
    ok(running.post("/api/v1/items/" + items.get(0) + "/claim", colleague, null));
    decide(items.get(1), "NO_CONCERN", colleague);
    decide(items.get(2), "REFER", colleague);
    running.sql().sql("update items set queue = 'MINOR' where ad_id = 'demo-a:4'").update();
    items.add("00000000-0000-4000-8000-000000000007");
    var preview =
        ok(running.post("/api/v1/bulks/preview", outreach, bulk(items, "NO_CONCERN", "")));
    assertThat(each(preview.get("lines"), "refused"))
        .containsExactly(
            "-", "-", "DECIDED", "HELD_BY_ANOTHER", "MINOR_QUEUE", "NO_SUCH_ITEM", "OWN_READING");
    assertThat(each(preview.get("lines"), "heldBy")).contains("script-b");
    assertThat(running.count("select count(*) from decisions")).isEqualTo(2);
    assertThat(running.count("select count(*) from bulks")).isZero();
  }

  @Test
  void aConfirmedBulkDecidesWhatWasShownAndAllOfItIsTakenBack() {
    var items = flagged(Queue.ADULT, 4);
    ok(running.post("/api/v1/items/" + items.get(0) + "/claim", colleague, null));
    var fingerprint = fingerprint(items, outreach);
    var body = bulk(items, "NO_CONCERN", fingerprint);
    var key = new String[] {"Idempotency-Key", "once"};
    var done = ok(running.call("POST", "/api/v1/bulks", outreach, body, key));
    assertThat(each(done.get("lines"), "state"))
        .containsExactly("DECIDED", "DECIDED", "DECIDED", "REFUSED");
    assertThat(running.count("select count(*) from items where status = 'DECIDED'")).isEqualTo(3);
    assertThat(running.count("select sum(items) from rule_verdicts"))
        .as("two rules spoke in each")
        .isEqualTo(6);
    assertThat(running.count("select count(*) from audit where action = 'ITEM_DECIDED'"))
        .isGreaterThanOrEqualTo(3);
    var again = ok(running.call("POST", "/api/v1/bulks", outreach, body, key));
    assertThat(again.get("id")).as("sent twice, done once").isEqualTo(done.get("id"));

    var path = "/api/v1/bulks/" + done.get("id").asString();
    refused(running.get(path, colleague), 404, "no-such-bulk");
    refused(running.post(path + "/undo", colleague, null), 404, "no-such-bulk");
    assertThat(ok(running.post(path + "/undo", outreach, null)).get("takenBack").asInt())
        .isEqualTo(3);
    assertThat(each(ok(running.get(path, lead)).get("lines"), "state"))
        .containsExactly("REFUSED", "TAKEN_BACK", "TAKEN_BACK", "TAKEN_BACK");
    assertThat(
            running.count(
                "select count(*) from items where status = 'WAITING' and outcome is null"))
        .isEqualTo(4);
    assertThat(running.count("select count(*) from items where holder is not null")).isEqualTo(1);
    assertThat(running.count("select coalesce(sum(items), 0) from rule_verdicts")).isZero();
  }

  @Test
  void nothingIsDoneWhenAnythingChangedSinceThePreview() {
    var items = flagged(Queue.ADULT, 3);
    var fingerprint = fingerprint(items, outreach);
    refused(
        running.post("/api/v1/bulks", outreach, bulk(items, "DUPLICATE", fingerprint)),
        409,
        "preview-changed");
    refused(
        running.post("/api/v1/bulks", colleague, bulk(items, "NO_CONCERN", fingerprint)),
        409,
        "preview-changed");
    ok(running.post("/api/v1/items/" + items.get(2) + "/claim", colleague, null));
    refused(
        running.post("/api/v1/bulks", outreach, bulk(items, "NO_CONCERN", fingerprint)),
        409,
        "preview-changed");
    assertThat(running.count("select count(*) from decisions")).isZero();
    assertThat(running.count("select count(*) from bulks")).isZero();
  }

  @Test
  void onlyOutcomesThatNothingFollowsFromAreDecidedInBulkAndTheDatabaseHoldsToIt() {
    var items = flagged(Queue.ADULT, 1);
    for (var outcome : List.of("REFER", "CONTACT_IN_ROUND")) {
      refused(
          running.post("/api/v1/bulks/preview", outreach, bulk(items, outcome, "")),
          422,
          "outcome-not-in-bulk");
    }
    refused(
        running.post("/api/v1/bulks/preview", outreach, bulk(List.of(), "DUPLICATE", "")),
        422,
        "items-missing");
    ok(
        running.post(
            "/api/v1/bulks", outreach, bulk(items, "NO_CONCERN", fingerprint(items, outreach))));
    assertThatThrownBy(
            () -> running.sql().sql("update decisions set outcome = 'CONTACT_IN_ROUND'").update())
        .rootCause()
        .hasMessageContaining("a_bulk_is_harmless");
  }

  @Test
  void aBulkIsTakenBackByItsPersonForTenMinutesAndByALeadLater() {
    var items = flagged(Queue.ADULT, 2);
    var body = bulk(items, "NO_CONCERN", fingerprint(items, outreach));
    var path =
        "/api/v1/bulks/" + ok(running.post("/api/v1/bulks", outreach, body)).get("id").asString();
    running.sql().sql("update bulks set made_at = made_at - interval '11 minutes'").update();
    running
        .sql()
        .sql("update decisions set decided_at = decided_at - interval '11 minutes'")
        .update();
    refused(running.post(path + "/undo", outreach, null), 409, "meanwhile-nothing-to-take-back");
    assertThat(ok(running.post(path + "/undo", lead, null)).get("takenBack").asInt()).isEqualTo(2);
  }

  /** As the draw does it, which takes one in twenty by a key that no test has. */
  private static void draw() {
    running
        .sql()
        .sql(
            """
            insert into double_reads
              (id, item_id, round, queue, decision_id, first_by, first_outcome, drawn_at)
            select gen_random_uuid(), item_id, round, queue, id, decided_by, outcome, decided_at
            from decisions d where not exists (select 1 from double_reads r where r.decision_id = d.id)\
            """)
        .update();
  }

  @Test
  void aDecisionIsReadAgainByAnotherPersonWhoDoesNotSeeWhatWasSaid() {
    var item = flagged(Queue.ADULT, 1).getFirst();
    decide(item, "NO_CONCERN", outreach);
    draw();
    assertThat(running.post("/api/v1/second-reads", outreach, null).statusCode())
        .as("never by who decided")
        .isEqualTo(204);
    var id = ok(running.post("/api/v1/second-reads", colleague, null)).get("id").asString();
    assertThat(running.post("/api/v1/second-reads", lead, null).statusCode())
        .as("in somebody's hands")
        .isEqualTo(204);
    var path = "/api/v1/second-reads/" + id;
    refused(running.get(path, lead), 404, "no-such-reading");
    var blind = ok(running.get(path, colleague));
    assertThat(blind.get("history")).isEmpty();
    assertThat(blind.get("body").toString()).contains("équipe");
    assertThat(ok(running.get("/api/v1/items/" + item, colleague)).get("history"))
        .as("nor by another way")
        .isEmpty();
    assertThat(ok(running.get("/api/v1/items/" + item, lead)).get("history")).hasSize(1);

    var says = "{\"outcome\": \"CANNOT_SAY\", \"reasons\": [\"TOO_LITTLE\"]}";
    assertThat(running.post(path, colleague, says).statusCode()).isEqualTo(204);
    refused(running.post(path, colleague, says), 404, "no-such-reading");
    assertThat(ok(running.get("/api/v1/items/" + item, colleague)).get("history")).hasSize(1);
    assertThat(running.sql().sql("select outcome from items").query(String.class).single())
        .as("the item stays as it was decided")
        .isEqualTo("NO_CONCERN");
    var agreement = ok(running.get("/api/v1/rules/agreement", lead));
    assertThat(agreement.get("pairs").asInt()).isEqualTo(1);
    assertThat(agreement.get("same").asInt()).isZero();
    assertThat(agreement.get("few").asBoolean()).isTrue();
  }

  /** Each way on which a decision is shown, to somebody who might be drawn as its second reader. */
  @Test
  void whoHasLookedTheDecisionUpReadsItNoSecondTime() {
    var ways =
        Map.<String, Consumer<String>>of(
            "the item's page", id -> ok(running.get("/api/v1/items/" + id, lead)),
            "the audit", id -> ok(running.get("/api/v1/audit", lead)),
            "a linked item",
                id -> {
                  var other = linkedTo(id);
                  assertThat(ok(running.get("/api/v1/items/" + other + "/linked", lead)).toString())
                      .contains("NO_CONCERN");
                });
    ways.forEach((way, look) -> {
      empty();
      var item = flagged(Queue.ADULT, 1).getFirst();
      decide(item, "NO_CONCERN", outreach);
      draw();
      look.accept(item);
      assertThat(running.post("/api/v1/second-reads", lead, null).statusCode())
          .as(way)
          .isEqualTo(204);
      assertThat(running.post("/api/v1/second-reads", colleague, null).statusCode())
          .as("whoever did not look, after " + way)
          .isEqualTo(200);
    });
  }

  private static String linkedTo(String item) {
    running.publish(
        Topic.ADS_ASSESSED, "demo-a:2", SyntheticAds.assessment("demo-a:2", 1, Queue.ADULT, 0.9));
    running.awaitItems(2);
    running.sql().sql("update items set template = 'template-1'").update();
    return running
        .sql()
        .sql("select id::text from items where id <> ?::uuid")
        .param(item)
        .query(String.class)
        .single();
  }

  @Test
  void aBulksResultAndTheListOfReferralsTellADecisionToo() {
    var items = flagged(Queue.ADULT, 2);
    var bulk =
        ok(
            running.post(
                "/api/v1/bulks",
                outreach,
                bulk(items, "NO_CONCERN", fingerprint(items, outreach))));
    draw();
    ok(running.get("/api/v1/bulks/" + bulk.get("id").asString(), lead));
    assertThat(running.post("/api/v1/second-reads", lead, null).statusCode()).isEqualTo(204);
    empty();
    decide(flagged(Queue.MINOR, 1).getFirst(), "REFER", outreach);
    draw();
    assertThat(ok(running.get("/api/v1/second-looks", colleague)).get("items")).hasSize(1);
    assertThat(running.post("/api/v1/second-reads", colleague, null).statusCode()).isEqualTo(204);
    assertThat(running.post("/api/v1/second-reads", lead, null).statusCode()).isEqualTo(200);
    ok(running.get("/api/v1/second-looks", lead));
    assertThat(running.count("select count(*) from double_read_lookups"))
        .as("who has it before them is shown none of it, and stays blind")
        .isEqualTo(1);
    var sql = running.sql();
    assertThatThrownBy(() ->
            sql.sql(
                    """
                    update double_reads set reader = (select person from double_read_lookups)\
                    """)
                .update())
        .as("nor does the database let them")
        .rootCause()
        .hasMessageContaining("looked the decision up");
  }

  @Test
  void theDatabaseLetsNobodyReadAgainWhatTheyWereHeardOn() {
    var item = flagged(Queue.ADULT, 1).getFirst();
    decide(item, "NO_CONCERN", outreach);
    draw();
    var sql = running.sql();
    assertThatThrownBy(() -> sql.sql("update double_reads set reader = first_by").update())
        .rootCause()
        .hasMessageMatching("(?s).*(heard on the item|nobody_reads_their_own).*");
    assertThatThrownBy(() ->
            sql.sql(
                    """
                    update double_reads set first_by =
                      (select id from users where name = 'script-b')\
                    """)
                .update())
        .as("nor is the first reader another than who decided")
        .rootCause()
        .hasMessageContaining("foreign key");
    ok(running.post("/api/v1/items/" + item + "/undo", outreach, null));
    assertThat(running.count("select count(*) from double_reads"))
        .as("what was taken back is compared with nothing")
        .isZero();
  }

  @Test
  void aSavedSearchCountsWhatCameSinceItsOwnerLookedAndNobodyElseSeesIt() {
    flagged(Queue.ADULT, 2);
    var hostile = "<script>alert(1)</script> '; drop table items; --\\u0000\\u202e";
    var saved =
        ok(
            running.post(
                "/api/v1/searches",
                outreach,
                "{\"name\": \"%s\", \"queue\": \"ADULT\", \"departement\": \"44\", \"q\": \"équipe\"}"
                    .formatted(hostile)));
    var path = "/api/v1/searches/" + saved.get("id").asString();
    running.sql().sql("update items set arrived_at = now() - interval '1 hour'").update();
    assertThat(fresh(outreach)).containsExactly(0);
    running.publish(
        Topic.ADS_ASSESSED, "demo-a:9", SyntheticAds.assessment("demo-a:9", 1, Queue.ADULT, 1));
    running.publish(
        Topic.ADS_ASSESSED,
        "demo-a:10",
        SyntheticAds.assessment("demo-a:10", 1, Queue.ADULT, 1, "Autre chose à lire ici."));
    running.awaitItems(4);
    assertThat(fresh(outreach)).as("the one that it finds").containsExactly(1);
    assertThat(fresh(colleague)).isEmpty();
    for (var method : List.of("PUT", "DELETE")) {
      refused(running.call(method, path, colleague, "{\"name\": \"x\"}"), 404, "no-such-search");
    }
    refused(running.post(path + "/looked", colleague, null), 404, "no-such-search");
    assertThat(ok(running.post(path + "/looked", outreach, null)).get("fresh").asInt())
        .isEqualTo(1);
    running.sql().sql("update saved_searches set looked_at = now()").update();
    assertThat(fresh(outreach)).containsExactly(0);
    assertThat(
            ok(running.call("PUT", path, outreach, "{\"name\": \"Nantes\"}"))
                .get("name")
                .asString())
        .isEqualTo("Nantes");
    refused(
        running.post(
            "/api/v1/searches", outreach, "{\"name\": \" Nantes \", \"queue\": \"MINOR\"}"),
        422,
        "search-name-taken");
    assertThat(running.call("DELETE", path, outreach, null).statusCode()).isEqualTo(204);
    assertThat(fresh(outreach)).isEmpty();
  }

  private static List<Integer> fresh(String token) {
    return StreamSupport.stream(
            ok(running.get("/api/v1/searches", token)).get("items").spliterator(), false)
        .map(search -> search.get("fresh").asInt())
        .toList();
  }
}
