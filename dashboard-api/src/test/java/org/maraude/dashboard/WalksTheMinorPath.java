package org.maraude.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.accounts.Role;
import org.maraude.events.Topic;
import org.maraude.events.assessment.Queue;
import tools.jackson.databind.JsonNode;

/** A possible minor's way by the API, on the dashboard of the class that takes these on. */
interface WalksTheMinorPath {

  RunningDashboard running();

  private String put(Queue queue) {
    running()
        .publish(Topic.ADS_ASSESSED, "demo-a:1", SyntheticAds.assessment("demo-a:1", 1, queue, 1));
    running().awaitItems(1);
    return "/api/v1/items/"
        + running().sql().sql("select id::text from items").query(String.class).single();
  }

  private JsonNode ok(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return RunningDashboard.json(answer);
  }

  private void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(ok(status, answer).get("code").asString()).isEqualTo(code);
  }

  private void refer(String item, String token) {
    var claim = ok(200, running().post(item + "/claim", token, null));
    ok(
        200,
        running()
            .post(
                item + "/decision",
                token,
                """
                {"fence": %d, "outcome": "REFER", "reasons": ["AGE_DOUBT"]}\
                """
                    .formatted(claim.get("fence").asLong())));
  }

  private static String telling(String whom, @Nullable String corrects) {
    return """
    {"route": "CRIP", "toldAt": "%s", "whom": "%s", "reference": "2026-1", "corrects": %s}\
    """
        .formatted(
            Instant.now().truncatedTo(ChronoUnit.MINUTES),
            whom,
            corrects == null ? "null" : "\"" + corrects + "\"");
  }

  @Test
  default void whoWasToldIsNotedOnceAndASlipIsSetRightByALaterRow() {
    var me = running().token("path-a", Role.OUTREACH);
    var item = put(Queue.MINOR);
    refer(item, me);
    var due = ok(200, running().get(item + "/minor-path", me)).get("due");
    assertThat(due.valueStream().map(JsonNode::asString)).containsExactly("TELLING", "SECOND_LOOK");

    var first =
        ok(
            201,
            running()
                .call(
                    "POST",
                    item + "/tellings",
                    me,
                    telling("CRIP 44", null),
                    "Idempotency-Key",
                    "t-1"));
    ok(
        201,
        running()
            .call(
                "POST",
                item + "/tellings",
                me,
                telling("CRIP 44", null),
                "Idempotency-Key",
                "t-1"));
    var id = first.at("/items/0/id").asString();
    var both = ok(201, running().post(item + "/tellings", me, telling("CRIP 49", id)));
    assertThat(both.get("items")).hasSize(2);
    assertThat(both.at("/items/0/corrected").asBoolean()).isTrue();
    assertThat(both.at("/items/1/corrects").asString()).isEqualTo(id);
    refused(
        running().post(item + "/tellings", me, telling("CRIP 50", id)), 409, "already-corrected");
    refused(running().post(item + "/tellings", me, "{}"), 422, "route-missing");
    refused(
        running()
            .post(
                item + "/tellings",
                me,
                telling("CRIP", null)
                    .replaceFirst(
                        "\"toldAt\": \"[^\"]+\"", "\"toldAt\": \"2999-01-01T00:00:00Z\"")),
        422,
        "told-at-not-past");
    for (var attempt :
        new String[] {
          "update tellings set whom = 'x'", "delete from tellings", "truncate tellings"
        }) {
      assertThatThrownBy(() -> running().sql().sql(attempt).update())
          .as(attempt)
          .rootCause()
          .hasMessageMatching("(?s).*(stays as it was|stay as they were) written.*");
    }
    var lines =
        running()
            .sql()
            .sql(
                "select reason from audit where action in ('TOLD', 'TELLING_CORRECTED') and subject = ? order by seq")
            .param(item.substring("/api/v1/items/".length()))
            .query(String.class)
            .list();
    assertThat(lines).hasSize(2).allMatch(line -> line.matches("CRIP 20[0-9T:-]+Z"));
    running().sql().sql("delete from items").update();
    assertThat(running().count("select count(*) from tellings"))
        .as("they go with the item")
        .isZero();
  }

  @Test
  default void aReferralIsReadAgainByAnotherPersonAndByTheDatabaseNoOtherWay() {
    var me = running().token("path-b", Role.OUTREACH);
    var other = running().token("path-c", Role.OUTREACH);
    var item = put(Queue.MINOR);
    var agrees = "{\"agrees\": true}";
    refused(running().post(item + "/second-look", other, agrees), 409, "nothing-to-look-at");
    refer(item, me);
    refused(running().post(item + "/second-look", me, agrees), 409, "nothing-to-look-at");
    assertThat(ok(200, running().get("/api/v1/second-looks", me)).get("items")).isEmpty();
    assertThat(ok(200, running().get("/api/v1/second-looks", other)).get("items")).hasSize(1);
    refused(
        running().post(item + "/second-look", other, "{\"agrees\": false}"),
        422,
        "look-note-missing");
    assertThatThrownBy(() ->
            running()
                .sql()
                .sql(
                    """
                    insert into second_looks select id, decided_by, item_id, decided_by, now(), true, ''
                    from decisions\
                    """)
                .update())
        .rootCause()
        .hasMessageContaining("nobody_looks_at_their_own_referral");
    var path = ok(200, running().post(item + "/second-look", other, agrees));
    assertThat(path.at("/secondLook/by").asString()).isEqualTo("path-c");
    refused(
        running().post(item + "/second-look", running().token("path-d", Role.LEAD), agrees),
        409,
        "nothing-to-look-at");
    assertThat(ok(200, running().get("/api/v1/second-looks", other)).get("items")).isEmpty();
  }

  @Test
  default void anAdultsItemHasNoMinorPath() {
    var me = running().token("path-e", Role.OUTREACH);
    var item = put(Queue.ADULT);
    for (var part : new String[] {"/minor-path", "/note", "/tellings"}) {
      refused(running().get(item + part, me), 404, "no-such-item");
    }
    refused(running().post(item + "/tellings", me, telling("CRIP 44", null)), 404, "no-such-item");
    refused(running().post(item + "/second-look", me, "{\"agrees\": true}"), 404, "no-such-item");
    assertThat(running().get(item.replace("/api/v1", "") + "/note.txt", me).statusCode())
        .isEqualTo(404);
  }

  @Test
  default void theTableOfTheDepartmentsIsKeptByLeadsAndForgetsNoVersion() {
    var lead = running().token("path-f", Role.LEAD);
    var all = ok(200, running().get("/api/v1/crip", lead)).get("items");
    assertThat(all).hasSize(101);
    assertThat(all.valueStream())
        .as("no number is shipped, and nothing counts as verified")
        .allMatch(entry ->
            !entry.get("verified").asBoolean() && entry.get("telephone").asString().isEmpty());
    var edit =
        "{\"version\": 1, \"name\": \"CRIP of 53\", \"telephone\": \"01 99 00 12 34\", \"verified\": true}";
    refused(
        running().call("PUT", "/api/v1/crip/53", lead, edit.replace("01 99 00 12 34", "")),
        422,
        "crip-unreachable");
    refused(
        running().call("PUT", "/api/v1/crip/53", lead, edit.replace("01 99", "call")),
        422,
        "crip-telephone");
    refused(running().call("PUT", "/api/v1/crip/00", lead, edit), 404, "no-such-departement");
    assertThat(ok(200, running().call("PUT", "/api/v1/crip/53", lead, edit)).get("version").asInt())
        .isEqualTo(2);
    refused(running().call("PUT", "/api/v1/crip/53", lead, edit), 409, "crip-changed");
    var versions = ok(200, running().get("/api/v1/crip/53", lead)).get("items");
    assertThat(versions).hasSize(2);
    assertThat(versions.get(0).get("by").asString()).isEqualTo("path-f");
    assertThat(
            running()
                .sql()
                .sql("select reason from audit where action = 'CRIP_EDITED'")
                .query(String.class)
                .list())
        .containsExactly("53 2 VERIFIED");
  }
}
