package org.maraude.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.accounts.Role;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.assessment.Queue;
import org.maraude.events.review.ReviewDecided;
import tools.jackson.databind.JsonNode;

/** From an assessment in the stream to a decision in the stream, by the API alone. */
class ReviewByScriptIT {

  @TempDir static Path folder;
  static RunningDashboard running;
  static String outreach;
  static String colleague;

  @BeforeAll
  static void start() {
    running = RunningDashboard.start(folder);
    outreach = running.token("script-a", Role.OUTREACH);
    colleague = running.token("script-b", Role.LEAD);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @BeforeEach
  void empty() {
    running.sql().sql("delete from items").update();
  }

  private static void flag(String adId, Queue queue, double score) {
    running.publish(Topic.ADS_ASSESSED, adId, SyntheticAds.assessment(adId, 1, queue, score));
  }

  private static JsonNode claim(String queue, String token) {
    var answer = running.post("/api/v1/queues/" + queue + "/claim", token, null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningDashboard.json(answer);
  }

  private static String decision(JsonNode claim, String outcome) {
    return """
    {"fence": %d, "outcome": "%s", "reasons": ["RUN_BY_OTHERS"], "note": "vu deux fois"}\
    """
        .formatted(claim.get("fence").asLong(), outcome);
  }

  private static String path(JsonNode claim, String what) {
    return "/api/v1/items/" + claim.get("itemId").asString() + what;
  }

  @Test
  void aFlaggedAdIsListedClaimedReadDecidedAndTold() {
    flag("demo-a:1", Queue.MINOR, 0.9);
    running.awaitItems(1);

    var list = RunningDashboard.json(running.get("/api/v1/queues/minor/items", outreach));
    assertThat(list.at("/items/0/adId").asString()).isEqualTo("demo-a:1");
    assertThat(list.at("/items/0/signals/0").asString()).isEqualTo("management");

    var claim = claim("minor", outreach);
    var item = RunningDashboard.json(running.get(path(claim, ""), outreach));
    assertThat(item.at("/body/0/text").asString()).isEqualTo("Notre équipe");
    assertThat(item.at("/body/0/marks/0").asInt()).isEqualTo(1);
    assertThat(item.at("/claim/mine").asBoolean()).isTrue();

    var answer = running.post(path(claim, "/decision"), outreach, decision(claim, "REFER"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(RunningDashboard.json(answer).get("settled").asBoolean()).isTrue();
    var after = RunningDashboard.json(running.get("/api/v1/queues/minor/items", outreach));
    assertThat(after.get("items")).isEmpty();

    var told = told("demo-a:1");
    assertThat(told.outcome()).isEqualTo(ReviewDecided.Outcome.REFER);
    assertThat(told.rules()).contains(new ReviewDecided.RuleRef("management-bookings", 3));
    assertThat(told.id()).isEqualTo(RunningDashboard.json(answer).get("id").asString());
    RunningDashboard.await(
        "the outbox is empty", () -> running.count("select count(*) from outbox") == 0);
  }

  @Test
  void aStaleFenceAnswers409WithWhatHappenedMeanwhile() {
    flag("demo-a:2", Queue.ADULT, 0.9);
    running.awaitItems(1);
    var stale = claim("adult", outreach);
    running.post(path(stale, "/release"), outreach, null);
    var newer = claim("adult", colleague);

    var answer = running.post(path(stale, "/decision"), outreach, decision(stale, "NO_CONCERN"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    var problem = RunningDashboard.json(answer);
    assertThat(problem.get("meanwhile").asString()).isEqualTo("CLAIMED_BY_ANOTHER");
    assertThat(problem.get("by").asString()).isEqualTo("script-b");
    assertThat(running.count("select count(*) from decisions")).isZero();
    assertThat(
            running
                .post(path(newer, "/decision"), colleague, decision(newer, "NO_CONCERN"))
                .statusCode())
        .isEqualTo(200);
    var late = running.post(path(newer, "/decision"), colleague, decision(newer, "NO_CONCERN"));
    assertThat(RunningDashboard.json(late).get("meanwhile").asString()).isEqualTo("DECIDED");
  }

  @Test
  void anAdultReferralNeedsASecondPersonWhoDoesNotSeeTheFirstsChoice() {
    flag("demo-a:3", Queue.ADULT, 0.9);
    running.awaitItems(1);
    var first = claim("adult", outreach);
    var opinion = running.post(path(first, "/decision"), outreach, decision(first, "REFER"));
    assertThat(RunningDashboard.json(opinion).get("settled").asBoolean()).isFalse();

    assertThat(running.post("/api/v1/queues/adult/claim", outreach, null).statusCode())
        .as("the first person is not offered it again")
        .isEqualTo(204);
    var again = running.post(path(first, "/claim"), outreach, null);
    assertThat(RunningDashboard.json(again).get("meanwhile").asString()).isEqualTo("OPINION_GIVEN");

    var second = claim("adult", colleague);
    var page = running.get(path(second, ""), colleague).body();
    assertThat(RunningDashboard.JSON.readTree(page).get("history")).isEmpty();
    assertThat(page).doesNotContain("vu deux fois", "SECOND");

    var settled = running.post(path(second, "/decision"), colleague, decision(second, "REFER"));
    assertThat(RunningDashboard.json(settled).get("settled").asBoolean()).isTrue();
    assertThat(told("demo-a:3").outcome()).isEqualTo(ReviewDecided.Outcome.REFER);
  }

  @Test
  void theSameIdempotencyKeyGivesTheSameAnswer() {
    flag("demo-a:4", Queue.ADULT, 0.9);
    running.awaitItems(1);
    var claim = claim("adult", outreach);
    String[] key = {"Idempotency-Key", UUID.randomUUID().toString()};
    var body = decision(claim, "NO_CONCERN");

    var first = running.call("POST", path(claim, "/decision"), outreach, body, key);
    var repeat = running.call("POST", path(claim, "/decision"), outreach, body, key);
    var other =
        running.call("POST", path(claim, "/decision"), outreach, decision(claim, "REFER"), key);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(repeat.statusCode()).isEqualTo(200);
    assertThat(repeat.body()).isEqualTo(first.body());
    assertThat(running.count("select count(*) from decisions")).isEqualTo(1);
    assertThat(RunningDashboard.json(other).get("code").asString()).isEqualTo("key-reused");
  }

  @Test
  void aDecisionWithoutAReasonIsRefusedAndChangesNothing() {
    flag("demo-a:5", Queue.ADULT, 0.9);
    running.awaitItems(1);
    var claim = claim("adult", outreach);
    var json =
        """
        {"fence": %d, "outcome": "NO_CONCERN", "reasons": []}\
        """
            .formatted(claim.get("fence").asLong());

    var answer = running.post(path(claim, "/decision"), outreach, json);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(RunningDashboard.json(answer).get("code").asString()).isEqualTo("reason-missing");
    assertThat(running.count("select count(*) from decisions")).isZero();
  }

  @Test
  void aQueueIsReadPageByPageWithoutGapOrRepeat() {
    for (int i = 0; i < 120; i++) {
      flag("demo-a:page-" + i, Queue.ADULT, i % 7);
    }
    running.awaitItems(120);
    var seen = new java.util.ArrayList<String>();
    String next = "";
    while (next != null) {
      var cursor = next.isEmpty() ? "" : "?cursor=" + next;
      var page =
          RunningDashboard.json(running.get("/api/v1/queues/adult/items" + cursor, outreach));
      page.get("items").forEach(row -> seen.add(row.get("adId").asString()));
      next = page.hasNonNull("next") ? page.get("next").asString() : null;
    }
    assertThat(seen).hasSize(120).doesNotHaveDuplicates();
  }

  @Test
  void everyErrorIsAProblemWithACode() {
    var unknown = running.get("/api/v1/items/" + UUID.randomUUID(), outreach);
    assertThat(unknown.statusCode()).isEqualTo(404);
    var answers =
        List.of(
            unknown,
            running.get("/api/v1/items/not-an-id", outreach),
            running.get("/api/v1/queues/adult/items?cursor=x", outreach),
            running.get("/api/v1/queues/adult/items?status=x", outreach),
            running.get("/api/v1/queues/other/items", outreach),
            running.post("/api/v1/items/" + UUID.randomUUID() + "/decision", outreach, "{"),
            running.post("/api/v1/items/" + UUID.randomUUID() + "/decision", outreach, "{}"),
            running.get("/api/v1/audit", outreach),
            running.get("/api/v1/audit", "maraude_unknown"));
    for (var answer : answers) {
      assertThat(answer.headers().firstValue("Content-Type"))
          .as(answer.uri() + " " + answer.body())
          .hasValue("application/problem+json");
      assertThat(RunningDashboard.json(answer).hasNonNull("code")).isTrue();
    }
  }

  private static ReviewDecided told(String adId) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", running.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var topic = Topic.REVIEWS_DECIDED.topicName();
      var partitions = List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var found = new java.util.ArrayList<ReviewDecided>();
      RunningDashboard.await(
          "the stream knows the decision on " + adId,
          () -> {
            for (var record : consumer.poll(Duration.ofMillis(100))) {
              if (adId.equals(record.key())) {
                found.add(EventJson.read(record.value(), ReviewDecided.class));
              }
            }
            return !found.isEmpty();
          });
      assertThat(found).hasSize(1);
      return found.getFirst();
    }
  }
}
