package org.maraude.dashboard.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.ChosenAds;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.calendar.Paris;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

/** Who said no is planned by no way and contacted by no way, by pages and API. */
class NoIsKeptIT {

  private static final String NUMBER = "06 39 98 12 51";
  private static final String PHONE = "+33639981251";
  private static final String OTHER = "+33639981252";

  @TempDir static Path folder;
  private static RunningDashboard running;
  private static String lead;
  private static String outreach;
  private static RunningDashboard.Browser browser;

  @BeforeAll
  static void start() {
    running = RunningDashboard.start(folder);
    lead = running.token("lead", Role.LEAD);
    outreach = running.token("outreach", Role.OUTREACH);
    browser = running.browser().as("lead");
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @BeforeEach
  void empty() {
    for (var table :
        List.of("attempts", "rounds", "bulks", "items", "objections", "do_not_contact")) {
      running.sql().sql("delete from " + table).update();
    }
  }

  private static String today() {
    return LocalDate.now(Paris.ZONE).toString();
  }

  private static JsonNode ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    return answer.body().isEmpty()
        ? RunningDashboard.JSON.nullNode()
        : RunningDashboard.json(answer);
  }

  private static void refused(String code, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isIn(404, 409, 422);
    assertThat(RunningDashboard.json(answer).get("code").asString()).isEqualTo(code);
  }

  /** An ad that a person decided to contact. */
  private static UUID chosen(String adId, String phone) {
    return ChosenAds.ad(running, adId, phone, outreach);
  }

  private static HttpResponse<String> plan() {
    return running.post(
        "/api/v1/rounds",
        lead,
        """
        {"day": "%s", "workers": ["outreach"]}\
        """
            .formatted(today()));
  }

  private static HttpResponse<String> attempt(String round, UUID item, String outcome) {
    return running.post(
        "/api/v1/rounds/" + round + "/attempts",
        outreach,
        """
        {"item": "%s", "token": "%s", "channel": "SMS", "language": "fr", "outcome": "%s"}\
        """
            .formatted(item, running.sealed(PHONE).token(), outcome));
  }

  private static HttpResponse<String> register() {
    return running.post(
        "/api/v1/do-not-contact",
        lead,
        """
        {"kind": "PHONE", "contact": "%s"}\
        """
            .formatted(NUMBER));
  }

  @Test
  void aContactOnTheRegisterIsPlannedByNoWay() {
    var item = chosen("demo-a:no", PHONE);
    var other = chosen("demo-a:other", OTHER);
    assertThat(ok(register()).get("cause").asString()).isEqualTo("TEAM");
    // The API, from a filter.
    var round = ok(plan());
    assertThat(round.get("ads")).hasSize(1);
    assertThat(round.at("/ads/0/itemId").asString()).isEqualTo(other.toString());
    var id = round.get("id").asString();
    assertThat(
            ok(running.post("/api/v1/rounds/preview", lead, "{\"day\": \"%s\"}".formatted(today())))
                .get("leftOut")
                .toString())
        .contains("\"REGISTER\":1");
    // The API, by hand.
    refused(
        "contact-on-register",
        running.post("/api/v1/rounds/" + id + "/ads", lead, "{\"item\": \"%s\"}".formatted(item)));
    // The page, from a filter.
    var planned =
        browser.submit(
            "/rounds/new?day=" + today() + "&workers=outreach",
            "/rounds",
            Map.of("day", today(), "workers", "outreach"));
    assertThat(planned.statusCode()).isEqualTo(422);
    // The page, by hand.
    browser.submit("/rounds/" + id, "/rounds/" + id + "/ads", Map.of("item", item.toString()));
    // In bulk: there is no such outcome.
    assertThat(
            running
                .post(
                    "/api/v1/bulks/preview",
                    lead,
                    """
                    {"items": ["%s"], "outcome": "CONTACT_IN_ROUND", "reasons": ["MISREAD"]}\
                    """
                        .formatted(item))
                .statusCode())
        .isEqualTo(422);
    // Past the program, as an import would: a row of its own, and one that is turned into it.
    for (var way :
        List.of(
            "insert into round_ads (round, place, item_id, worker) select round, 9, '%s', worker"
                + " from round_ads limit 1",
            "update round_ads set item_id = '%s'")) {
      assertThatThrownBy(() -> running.sql().sql(way.formatted(item)).update())
          .as(way)
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("REGISTER");
    }
    assertThat(running.count("select count(*) from round_ads")).isEqualTo(1);
    refused("no-such-item", attempt(id, item, "NO_ANSWER"));
  }

  @Test
  void whoSaysNoIsOnTheRegisterAtOnceAndNotContactedAgain() {
    var item = chosen("demo-a:no", PHONE);
    var id = ok(plan()).get("id").asString();
    ok(attempt(id, item, "REFUSED"));
    refused("contact-on-register", attempt(id, item, "NO_ANSWER"));
    var rows = ok(running.get("/api/v1/do-not-contact", lead)).get("items");
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).get("cause").asString()).isEqualTo("REFUSED");
    chosen("demo-a:again", PHONE);
    refused("round-empty", plan());
    assertThat(
            ok(running.get("/api/v1/rounds/" + id, outreach)).at("/ads/0/standing/why").asString())
        .isEqualTo("REGISTER");
    var opened =
        running.post(
            "/api/v1/items/" + item + "/contacts/" + running.sealed(PHONE).token() + "/reveal",
            outreach,
            "{\"purpose\": \"FIRST_CONTACT\"}");
    assertThat(opened.statusCode()).as("nor opened for a round").isEqualTo(409);
  }

  @Test
  void aLeadTakesAContactOffTheRegisterButNoObjection() {
    var token = ok(register()).get("token").asString();
    assertThat(ok(register()).get("token").asString()).isEqualTo(token);
    var path = "/api/v1/do-not-contact/" + token;
    assertThat(
            running.call("DELETE", path + "?reason=NOTED_BY_MISTAKE", outreach, null).statusCode())
        .isEqualTo(403);
    assertThat(running.call("DELETE", path, lead, null).statusCode()).isEqualTo(400);
    assertThat(running.call("DELETE", path + "?reason=NOTED_BY_MISTAKE", lead, null).statusCode())
        .isEqualTo(204);
    refused(
        "not-on-register", running.call("DELETE", path + "?reason=NOTED_BY_MISTAKE", lead, null));
    ok(
        running.post(
            "/api/v1/objections",
            outreach,
            "{\"kind\": \"PHONE\", \"contact\": \"" + NUMBER + "\"}"));
    refused(
        "objection-stays", running.call("DELETE", path + "?reason=ASKED_BY_PERSON", lead, null));
    assertThatThrownBy(() -> running.sql().sql("delete from do_not_contact").update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void anObjectionErasesWhatWasTriedAndKeepsTheNo() {
    var item = chosen("demo-a:no", PHONE);
    var id = ok(plan()).get("id").asString();
    ok(attempt(id, item, "NO_ANSWER"));
    ok(
        running.post(
            "/api/v1/objections",
            outreach,
            "{\"kind\": \"PHONE\", \"contact\": \"" + NUMBER + "\"}"));
    assertThat(running.count("select count(*) from attempts")).isZero();
    assertThat(running.count("select count(*) from items")).isZero();
    assertThat(running.count("select count(*) from do_not_contact where cause = 'OBJECTION'"))
        .isEqualTo(1);
  }

  @Test
  void whoMakesARoundOpensAContactOfItForAMinuteAndIsWrittenDown() {
    var item = chosen("demo-a:1", PHONE);
    var reveal = "/api/v1/items/" + item + "/contacts/" + running.sealed(PHONE).token() + "/reveal";
    var purpose = "{\"purpose\": \"FIRST_CONTACT\"}";
    assertThat(running.post(reveal, outreach, purpose).statusCode())
        .as("decided, and in no round")
        .isEqualTo(409);
    ok(plan());
    assertThat(ok(running.post(reveal, outreach, purpose)).get("value").asString())
        .isEqualTo(PHONE);
    assertThat(running.post(reveal, lead, purpose).statusCode())
        .as("the lead does not make it")
        .isEqualTo(409);
    assertThat(running.count("select count(*) from audit where action = 'CONTACT_OPENED'"))
        .isEqualTo(1);
  }

  @Test
  void noLineOfTheAuditHoldsAContactOrItsToken() {
    var item = chosen("demo-a:1", PHONE);
    var id = ok(plan()).get("id").asString();
    ok(attempt(id, item, "REFUSED"));
    ok(register());
    var token = running.sealed(PHONE).token();
    assertThat(running.sql().sql("select a::text from audit a").query(String.class).list())
        .isNotEmpty()
        .noneMatch(line -> line.contains(token) || line.contains("3998"));
  }
}
