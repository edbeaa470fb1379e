package org.maraude.dashboard.prevention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.calendar.Paris;
import tools.jackson.databind.JsonNode;

/** Campaigns by script, and what the database itself refuses. */
class CampaignsIT {

  private static final LocalDate TODAY = Paris.day(Instant.now());

  @TempDir static Path folder;
  private static RunningDashboard running;
  private static String outreach;
  private static String lead;
  private static String analyst;

  @BeforeAll
  static void start() {
    running = RunningDashboard.start(folder);
    outreach = running.token("script-outreach", Role.OUTREACH);
    lead = running.token("script-lead", Role.LEAD);
    analyst = running.token("script-analyst", Role.ANALYST);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @BeforeEach
  void empty() {
    running.sql().sql("delete from campaigns").update();
  }

  private static String campaign() {
    var made =
        running.post(
            "/api/v1/campaigns",
            outreach,
            """
            {"name":"Printemps","aim":"","firstDay":"%s","lastDay":"%s"}\
            """
                .formatted(TODAY.minusDays(20), TODAY.plusDays(40)));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return RunningDashboard.json(made).get("id").asString();
  }

  private static String body(String words, int version) {
    return """
    {"version":%d,"kind":"POST","platform":"INSTAGRAM","words":"%s","altText":"",
     "plannedAt":"%sT16:00:00Z"}\
    """
        .formatted(version, words, TODAY);
  }

  private static JsonNode written(String campaign, String token) {
    var answer =
        running.post("/api/v1/campaigns/" + campaign + "/posts", token, body("Bonjour", 0));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return RunningDashboard.json(answer);
  }

  private static java.net.http.HttpResponse<String> step(
      String post, String step, int version, String token) {
    return running.post(
        "/api/v1/posts/" + post + "/" + step, token, "{\"version\":%d}".formatted(version));
  }

  private static String code(java.net.http.HttpResponse<String> answer) {
    return RunningDashboard.json(answer).path("code").asString("");
  }

  @Test
  void aPostGoesFromAScriptsDraftToItsCounts() {
    var campaign = campaign();
    var post = written(campaign, outreach).get("id").asString();
    assertThat(step(post, "approve", 1, lead).statusCode()).as("not proposed").isEqualTo(409);
    assertThat(step(post, "propose", 1, outreach).statusCode()).isEqualTo(200);
    assertThat(step(post, "approve", 2, outreach).statusCode()).as("no lead").isEqualTo(403);
    var approved = step(post, "approve", 2, lead);
    assertThat(RunningDashboard.json(approved).get("approver").asString()).isEqualTo("script-lead");
    var changed = running.call("PUT", "/api/v1/posts/" + post, outreach, body("Autre", 3));
    assertThat(changed.statusCode()).isEqualTo(409);
    assertThat(code(changed)).isEqualTo("post-approved");
    var early =
        running.call(
            "PUT",
            "/api/v1/posts/" + post + "/interactions",
            outreach,
            "{\"day\":\"%s\",\"counts\":{\"views\":1,\"likes\":0,\"comments\":0,\"shares\":0,\"saves\":0}}"
                .formatted(TODAY));
    assertThat(code(early)).isEqualTo("post-not-published");
    var published =
        running.post(
            "/api/v1/posts/" + post + "/published",
            outreach,
            "{\"version\":3,\"publishedAt\":\"%s\",\"reference\":\"p-1\"}"
                .formatted(Instant.now().minusSeconds(60)));
    assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
    for (int likes : List.of(3, 5)) {
      var entered =
          running.call(
              "PUT",
              "/api/v1/posts/" + post + "/interactions",
              outreach,
              "{\"day\":\"%s\",\"counts\":{\"views\":90,\"likes\":%d,\"comments\":0,\"shares\":0,\"saves\":0}}"
                  .formatted(TODAY, likes));
      assertThat(entered.statusCode()).isEqualTo(204);
    }
    var standings =
        RunningDashboard.json(running.get("/api/v1/posts/" + post + "/interactions", lead));
    assertThat(standings.at("/items/0/counts/likes").asInt()).isEqualTo(5);
    assertThat(standings.get("items").size()).as("one a day").isEqualTo(1);
    assertThat(
            running
                .sql()
                .sql("select action from audit where subject = ? order by seq")
                .param(campaign)
                .query(String.class)
                .list())
        .containsExactly(
            "CAMPAIGN_MADE",
            "POST_WRITTEN",
            "POST_PROPOSED",
            "POST_APPROVED",
            "POST_PUBLISHED",
            "INTERACTIONS_ENTERED",
            "INTERACTIONS_ENTERED");
  }

  @Test
  void approvalByWhoWroteIsRefusedByTheProgramAndByTheDatabase() {
    var post = written(campaign(), lead).get("id").asString();
    step(post, "propose", 1, lead);
    var own = step(post, "approve", 2, lead);
    assertThat(own.statusCode()).isEqualTo(422);
    assertThat(code(own)).isEqualTo("own-post");
    assertThatThrownBy(() ->
            running
                .sql()
                .sql(
                    "update posts set status = 'APPROVED', approved_by = author, approved_at = now() where id = ?")
                .param(UUID.fromString(post))
                .update())
        .hasMessageContaining("nobody_approves_what_they_wrote");
    // Somebody who only mended a word has written it too.
    running.call("PUT", "/api/v1/posts/" + post, outreach, body("Mieux", 2));
    assertThatThrownBy(() ->
            running
                .sql()
                .sql(
                    """
                    update posts set status = 'APPROVED', approved_at = now(),
                      approved_by = (select id from users where name = 'script-outreach') where id = ?\
                    """)
                .param(UUID.fromString(post))
                .update())
        .hasMessageContaining("nobody_approves_what_they_wrote");
    assertThatThrownBy(() ->
            running
                .sql()
                .sql("update posts set status = 'APPROVED', approved_at = now() where id = ?")
                .param(UUID.fromString(post))
                .update())
        .as("nor by nobody")
        .hasMessageContaining("what_is_approved_names_who_approved");
  }

  @Test
  void whatIsApprovedChangesByNoPathOfTheDatabase() {
    var post = written(campaign(), outreach).get("id").asString();
    step(post, "propose", 1, outreach);
    step(post, "approve", 2, lead);
    assertThatThrownBy(() ->
            running
                .sql()
                .sql("update posts set words = 'autre' where id = ?")
                .param(UUID.fromString(post))
                .update())
        .hasMessageContaining("an approved post stays as it was approved");
    assertThat(step(post, "send-back", 3, lead).statusCode()).isEqualTo(200);
    assertThat(
            running.call("PUT", "/api/v1/posts/" + post, outreach, body("Autre", 4)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aPictureWithoutWordsIsApprovedByNoPathOfTheDatabase() {
    var post = written(campaign(), outreach).get("id").asString();
    running
        .sql()
        .sql(
            """
            with p as (insert into pictures (id, type, width, height, content, made_at)
              values (gen_random_uuid(), 'image/png', 1, 1, 'x'::bytea, now()) returning id)
            update posts set picture = (select id from p) where id = ?\
            """)
        .param(UUID.fromString(post))
        .update();
    step(post, "propose", 1, outreach);
    assertThat(code(step(post, "approve", 2, lead))).isEqualTo("alt-text-missing");
    assertThatThrownBy(() ->
            running
                .sql()
                .sql(
                    """
                    update posts set status = 'APPROVED', approved_at = now(),
                      approved_by = (select id from users where name = 'script-lead') where id = ?\
                    """)
                .param(UUID.fromString(post))
                .update())
        .hasMessageContaining("a_picture_is_put_into_words");
    running.sql().sql("delete from posts").update();
    assertThat(running.count("select count(*) from pictures")).as("it went along").isZero();
  }

  @Test
  void ofTwoWhoChangeOneVersionTheSecondIsToldSo() {
    var post = written(campaign(), outreach).get("id").asString();
    assertThat(running.call("PUT", "/api/v1/posts/" + post, outreach, body("Un", 1)).statusCode())
        .isEqualTo(200);
    var second = running.call("PUT", "/api/v1/posts/" + post, lead, body("Deux", 1));
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(code(second)).isEqualTo("post-changed");
    assertThat(code(step(post, "propose", 1, outreach))).isEqualTo("post-changed");
  }

  @Test
  void anotherTeamsCampaignDoesNotExist() {
    var campaign = campaign();
    var post = written(campaign, outreach).get("id").asString();
    var stranger = running.token("script-stranger", Role.LEAD);
    running
        .sql()
        .sql(
            """
            with t as (insert into teams (name, made_at) values ('Ailleurs', now())
              on conflict (name) do update set made_at = now() returning id)
            update users set team = (select id from t) where name = 'script-stranger'\
            """)
        .update();
    assertThat(RunningDashboard.json(running.get("/api/v1/campaigns", stranger)).get("items"))
        .isEmpty();
    for (var path :
        List.of(
            "/api/v1/campaigns/" + campaign,
            "/api/v1/campaigns/" + campaign + "/posts",
            "/api/v1/campaigns/" + campaign + "/partners",
            "/api/v1/campaigns/" + campaign + "/conversations",
            "/api/v1/posts/" + post,
            "/api/v1/posts/" + post + "/interactions",
            "/campaigns/" + campaign,
            "/campaigns/" + campaign + "/conversations",
            "/posts/" + post,
            "/posts/" + post + "/picture")) {
      assertThat(running.get(path, stranger).statusCode()).as(path).isEqualTo(404);
      if (!path.endsWith("/picture")) {
        assertThat(running.get(path, outreach).statusCode()).as(path).isEqualTo(200);
      }
    }
    assertThat(step(post, "propose", 1, stranger).statusCode()).isEqualTo(404);
    var seen = running.get("/api/v1/audit", stranger).body();
    assertThat(seen).as("nor does the audit name it").doesNotContain(campaign, post);
    assertThat(running.get("/api/v1/audit", lead).body()).contains(campaign);
  }

  @Test
  void aKeyMakesOneHoweverManyComeAtOnce() throws Exception {
    var json =
        """
        {"name":"Été","aim":"","firstDay":"%s","lastDay":"%s"}\
        """
            .formatted(TODAY, TODAY.plusDays(10));
    var made = new HashSet<String>();
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls = new ArrayList<Callable<String>>();
      for (int i = 0; i < 6; i++) {
        calls.add(() ->
            RunningDashboard.json(
                    running.call(
                        "POST", "/api/v1/campaigns", outreach, json, "Idempotency-Key", "one"))
                .get("id")
                .asString());
      }
      for (var call : people.invokeAll(calls)) {
        made.add(call.get());
      }
    }
    assertThat(made).hasSize(1);
    assertThat(running.count("select count(*) from campaigns")).isEqualTo(1);
    var other =
        running.call(
            "POST",
            "/api/v1/campaigns",
            outreach,
            json.replace("Été", "Automne"),
            "Idempotency-Key",
            "one");
    assertThat(code(other)).isEqualTo("key-reused");
  }

  @Test
  void aLongListComesByPagesWithoutGapOrRepeat() {
    var campaign = campaign();
    running
        .sql()
        .sql(
            """
            insert into posts (id, campaign, kind, platform, words, alt_text, planned_at, status,
              version, author, writers, reference, written_at)
            select gen_random_uuid(), ?::uuid, 'STORY', 'OTHER', 'n' || n, '', now() + (n / 3) * interval '1 minute',
              'DRAFT', 1, u.id, array[u.id], '', now()
            from generate_series(1, 120) n, users u where u.name = 'script-outreach'\
            """)
        .param(campaign)
        .update();
    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page =
          RunningDashboard.json(
              running.get("/api/v1/campaigns/" + campaign + "/posts" + cursor, outreach));
      page.get("items").forEach(item -> seen.add(item.get("words").asString()));
      cursor = page.get("next").isNull() ? "" : "?cursor=" + page.get("next").asString();
    } while (!cursor.isEmpty());
    assertThat(seen).hasSize(120).doesNotHaveDuplicates();
    assertThat(
            running.get("/api/v1/campaigns/" + campaign + "/posts?cursor=x", outreach).statusCode())
        .isEqualTo(400);
  }

  @Test
  void conversationsAreNumbersThatReplaceEachOther() {
    var campaign = campaign();
    var path = "/api/v1/campaigns/" + campaign + "/conversations";
    for (int number : List.of(4, 6)) {
      var answer =
          running.call(
              "PUT",
              path,
              outreach,
              "{\"day\":\"%s\",\"theme\":null,\"orientation\":\"HEALTH\",\"number\":%d}"
                  .formatted(TODAY, number));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }
    var lines = RunningDashboard.json(running.get(path, outreach)).get("items");
    assertThat(lines.size()).isEqualTo(1);
    assertThat(lines.get(0).get("number").asInt()).isEqualTo(6);
    var later =
        running.call(
            "PUT",
            path,
            outreach,
            "{\"day\":\"%s\",\"theme\":null,\"orientation\":\"HEALTH\",\"number\":1}"
                .formatted(TODAY.plusDays(1)));
    assertThat(code(later)).isEqualTo("talks-day");
    assertThat(running.get(path, analyst).statusCode())
        .as("single days are no figure")
        .isEqualTo(403);
  }

  @Test
  void aCampaignKeepsItsTeam() {
    campaign();
    var admin = running.token("script-admin", Role.ADMIN);
    var other =
        RunningDashboard.json(
                running.post(
                    "/api/v1/teams", admin, "{\"name\":\"Autre équipe\",\"departements\":[]}"))
            .get("id")
            .asString();
    running.sql().sql("update campaigns set team = ?::uuid").param(other).update();
    var kept = running.call("DELETE", "/api/v1/teams/" + other, admin, null);
    assertThat(kept.statusCode()).isEqualTo(422);
    assertThat(code(kept)).isEqualTo("team-still-needed");
  }
}
