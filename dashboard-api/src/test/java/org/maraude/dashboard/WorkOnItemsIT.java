package org.maraude.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maraude.dashboard.accounts.Role;
import org.maraude.events.Topic;
import org.maraude.events.assessment.Queue;
import tools.jackson.databind.JsonNode;

/** Undo, hold, hand over, search, opening contacts and the way of a possible minor, by the API. */
class WorkOnItemsIT
    implements OpensContacts, WalksTheMinorPath, ShowsLinkedAds, SearchesLongQueues {

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

  @Override
  public RunningDashboard running() {
    return running;
  }

  @Override
  public Path keyFolder() {
    return folder;
  }

  @BeforeEach
  void empty() {
    running.sql().sql("delete from items").update();
    running.sql().sql("delete from outbox").update();
  }

  private static JsonNode flagged(Queue queue, String token) {
    running.publish(
        Topic.ADS_ASSESSED, "demo-a:1", SyntheticAds.assessment("demo-a:1", 1, queue, 0.9));
    running.awaitItems(1);
    return claim(queue, token);
  }

  private static JsonNode claim(Queue queue, String token) {
    var answer =
        running.post("/api/v1/queues/" + queue.name().toLowerCase() + "/claim", token, null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningDashboard.json(answer);
  }

  private static HttpResponse<String> on(
      JsonNode claim, String what, String token, @Nullable String json) {
    return running.post("/api/v1/items/" + claim.get("itemId").asString() + what, token, json);
  }

  private static HttpResponse<String> decide(JsonNode claim, String outcome, String token) {
    return on(
        claim,
        "/decision",
        token,
        "{\"fence\": %d, \"outcome\": \"%s\", \"reasons\": [\"RUN_BY_OTHERS\"]}"
            .formatted(claim.get("fence").asLong(), outcome));
  }

  private static JsonNode ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningDashboard.json(answer);
  }

  private static void refused(HttpResponse<String> answer, String meanwhile) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(RunningDashboard.json(answer).get("meanwhile").asString()).isEqualTo(meanwhile);
  }

  private static String status() {
    return running.sql().sql("select status from items").query(String.class).single();
  }

  private static void decisionsAreOlderBy(String interval) {
    running
        .sql()
        .sql("update decisions set decided_at = decided_at - ?::interval")
        .param(interval)
        .update();
  }

  @Test
  void aDecisionIsTakenBackTheItemIsMineAgainAndIsDecidedAnew() {
    var claim = flagged(Queue.ADULT, outreach);
    ok(decide(claim, "NO_CONCERN", outreach));
    var again = ok(on(claim, "/undo", outreach, null));
    assertThat(again.get("fence").asLong()).isEqualTo(claim.get("fence").asLong() + 1);
    assertThat(status()).isEqualTo("WAITING");
    refused(decide(claim, "NO_CONCERN", outreach), "CLAIMED_AGAIN");
    ok(decide(again, "CANNOT_SAY", outreach));
    assertThat(status()).isEqualTo("DECIDED");
    var page = RunningDashboard.json(running.get(path(claim), outreach));
    assertThat(page.get("history")).hasSize(2);
    assertThat(page.at("/history/0/takenBack").isNull()).isFalse();
    assertThat(page.at("/history/1/takenBack").isNull()).isTrue();
    assertThat(
            running
                .sql()
                .sql("select action from audit where subject = ? and action like 'DEC%'")
                .param(claim.get("itemId").asString())
                .query(String.class)
                .list())
        .containsExactly("DECISION_TAKEN_BACK");
  }

  private static String path(JsonNode claim) {
    return "/api/v1/items/" + claim.get("itemId").asString();
  }

  @Test
  void afterTenMinutesOnlyALeadTakesItBack() {
    var claim = flagged(Queue.ADULT, outreach);
    ok(decide(claim, "NO_CONCERN", outreach));
    decisionsAreOlderBy("10 minutes");
    refused(on(claim, "/undo", outreach, null), "NOTHING_TO_TAKE_BACK");
    refused(on(claim, "/undo", colleague, null), "NOTHING_TO_TAKE_BACK");
    ok(on(claim, "/undo", lead, null));
    refused(on(claim, "/undo", lead, null), "NOTHING_TO_TAKE_BACK");
  }

  @Test
  void aReferralThatWasTakenBackAwaitsItsSecondPersonAgainAndKeepsTheFirst() {
    var first = flagged(Queue.ADULT, outreach);
    ok(decide(first, "REFER", outreach));
    var second = claim(Queue.ADULT, colleague);
    ok(decide(second, "REFER", colleague));
    assertThat(status()).isEqualTo("DECIDED");
    refused(on(first, "/undo", outreach, null), "NOTHING_TO_TAKE_BACK");
    var again = ok(on(second, "/undo", colleague, null));
    assertThat(status()).isEqualTo("SECOND_OPINION");
    ok(decide(again, "REFER", colleague));
    assertThat(
            running.count(
                "select count(*) from items where referred_by <> confirmed_by and status ="
                    + " 'DECIDED'"))
        .isEqualTo(1);
  }

  @Test
  void aFirstOpinionThatWasTakenBackLetsItsPersonBeHeardAgain() {
    var first = flagged(Queue.ADULT, outreach);
    ok(decide(first, "REFER", outreach));
    var again = ok(on(first, "/undo", outreach, null));
    assertThat(status()).isEqualTo("WAITING");
    ok(decide(again, "NO_CONCERN", outreach));
    assertThat(status()).isEqualTo("DECIDED");
  }

  @Test
  void aFirstOpinionIsTakenBackWithoutTakingTheItemFromWhoReadsIt() {
    var first = flagged(Queue.ADULT, outreach);
    ok(decide(first, "REFER", outreach));
    var second = claim(Queue.ADULT, colleague);
    assertThat(on(first, "/undo", outreach, null).statusCode()).isEqualTo(204);
    assertThat(status()).isEqualTo("WAITING");
    var answer = ok(decide(second, "NO_CONCERN", colleague));
    assertThat(answer.get("settled").asBoolean()).isTrue();
  }

  @Test
  void aLeadWhoseOwnOpinionStandsReopensTheItemForSomebodyElse() {
    var first = flagged(Queue.ADULT, lead);
    ok(decide(first, "REFER", lead));
    ok(decide(claim(Queue.ADULT, outreach), "REFER", outreach));
    assertThat(on(first, "/undo", lead, null).statusCode()).isEqualTo(204);
    assertThat(status()).isEqualTo("SECOND_OPINION");
    ok(decide(claim(Queue.ADULT, outreach), "REFER", outreach));
    assertThat(status()).isEqualTo("DECIDED");
  }

  @Test
  void anItemIsHeldForTwoHoursUnderItsFence() {
    var claim = flagged(Queue.MINOR, outreach);
    var stale = "{\"fence\": %d}".formatted(claim.get("fence").asLong() - 1);
    refused(on(claim, "/hold", outreach, stale), "CLAIMED_AGAIN");
    var body = "{\"fence\": %d}".formatted(claim.get("fence").asLong());
    refused(on(claim, "/hold", colleague, body), "CLAIMED_BY_ANOTHER");
    ok(on(claim, "/hold", outreach, body));
    assertThat(
            running.count(
                "select count(*) from items where lease_until > now() + interval '119 minutes'"))
        .isEqualTo(1);
    assertThat(on(claim, "/hold", outreach, "{}").statusCode()).isEqualTo(422);
    ok(decide(claim, "NO_CONCERN", outreach));
  }

  @Test
  void anItemIsHandedToAColleagueWhoMayReadItsQueue() {
    var claim = flagged(Queue.MINOR, outreach);
    for (var to : List.of("analyst", "nobody", "script-b")) {
      refused(on(claim, "/assign", outreach, "{\"to\": \"" + to + "\"}"), "CANNOT_TAKE_IT");
    }
    refused(on(claim, "/assign", colleague, "{\"to\": \"lead\"}"), "CLAIMED_BY_ANOTHER");
    assertThat(on(claim, "/assign", outreach, "{\"to\": \"lead\"}").statusCode()).isEqualTo(204);
    refused(decide(claim, "NO_CONCERN", outreach), "CLAIMED_BY_ANOTHER");
    assertThat(
            running.count(
                "select count(*) from items i join users u on u.id = i.holder where u.name ="
                    + " 'lead'"))
        .isEqualTo(1);
    assertThat(on(claim, "/assign", lead, "{\"to\": \"outreach\"}").statusCode()).isEqualTo(204);
  }

  private static List<String> found(String query) {
    var answer =
        running.get(
            "/api/v1/queues/adult/items?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
            outreach);
    return ok(answer).get("items").valueStream().map(item -> item.get("adId").asString()).toList();
  }

  @Test
  void wordsAreFoundInTheMaskedTextWithTheirFrenchEndingsAndAsTheyStand() {
    flagged(Queue.ADULT, outreach);
    assertThat(found("équipes")).containsExactly("demo-a:1");
    assertThat(found("nantes réponds")).containsExactly("demo-a:1");
    assertThat(found("\"notre équipe\"")).containsExactly("demo-a:1");
    assertThat(found("équipe -nantes")).isEmpty();
    assertThat(found("Toulouse")).isEmpty();
    assertThat(found("  ")).containsExactly("demo-a:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; drop table items; --",
        "a & | ! ( ) : * <->",
        "\\' \" \\",
        "%_%",
        "${7*7} {{7*7}}",
        "\u0000nul",
        "\"unfinished",
        "- - -"
      })
  void signsOfSqlAndOfSearchLanguagesAreWordsLikeOthers(String query) {
    flagged(Queue.ADULT, outreach);
    found(query);
    assertThat(running.count("select count(*) from items")).isEqualTo(1);
  }

  @Test
  void anAdThatLeftTheQueueLeavesNoWords() {
    flagged(Queue.ADULT, outreach);
    on(claimOf(), "/release", outreach, null);
    running.publish(
        Topic.ADS_ASSESSED, "demo-a:1", SyntheticAds.assessment("demo-a:1", 2, Queue.NONE, 0));
    RunningDashboard.await("it is withdrawn", () -> status().equals("WITHDRAWN"));
    assertThat(running.count("select count(*) from items where words is not null")).isZero();
  }

  private static JsonNode claimOf() {
    return RunningDashboard.JSON.readTree(
        "{\"itemId\": \"%s\"}"
            .formatted(running.sql().sql("select id from items").query(String.class).single()));
  }

  @Test
  void daysAreAsked() {
    flagged(Queue.ADULT, outreach);
    assertThat(
            ok(running.get("/api/v1/queues/adult/items?from=2020-01-01&to=2020-12-31", outreach))
                .get("items"))
        .isEmpty();
    assertThat(ok(running.get("/api/v1/queues/adult/items?from=2020-01-01", outreach)).get("items"))
        .hasSize(1);
    assertThat(running.get("/api/v1/queues/adult/items?from=yesterday", outreach).statusCode())
        .isEqualTo(400);
    assertThat(
            running.get("/api/v1/queues/adult/items?q=" + "x".repeat(201), outreach).statusCode())
        .isEqualTo(400);
  }
}
