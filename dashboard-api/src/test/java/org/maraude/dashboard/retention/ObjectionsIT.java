package org.maraude.dashboard.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.ContactKind;
import org.maraude.contacts.KeyFolder;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.SyntheticAds;
import org.maraude.dashboard.accounts.Role;
import org.maraude.events.Topic;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.SealedContact;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody said no, by the API. */
class ObjectionsIT {

  private static final String NUMBER = "06 39 98 12 04";
  private static final CanonicalContact CONTACT =
      new CanonicalContact(ContactKind.PHONE, "+33639981204");

  @TempDir static Path folder;
  static RunningDashboard running;
  static String outreach;
  static String token;

  @BeforeAll
  static void start() {
    running = RunningDashboard.start(folder);
    outreach = running.token("script-a", Role.OUTREACH);
    token = KeyFolder.openOrCreate(folder, Clock.systemUTC()).tokens().token(CONTACT);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @BeforeEach
  void empty() {
    running.sql().sql("delete from items").update();
    running.sql().sql("delete from objections").update();
    running.sql().sql("delete from outbox").update();
  }

  private static void flag(String adId, int revision, Queue queue) {
    var plain = SyntheticAds.assessment(adId, revision, queue, 0.9);
    var contacts =
        List.of(
            new SealedContact(
                org.maraude.events.assessment.ContactKind.PHONE,
                token,
                "2026-03-02:c2VhbGVk",
                "06 ** ** ** 04",
                false,
                List.of(),
                null));
    running.publish(Topic.ADS_ASSESSED, adId, with(plain, contacts));
  }

  private static Assessment with(Assessment plain, List<SealedContact> contacts) {
    var json = (ObjectNode) RunningDashboard.JSON.valueToTree(plain);
    json.set("contacts", RunningDashboard.JSON.valueToTree(contacts));
    return RunningDashboard.JSON.treeToValue(json, Assessment.class);
  }

  private static JsonNode object(String contact) {
    var answer =
        running.post(
            "/api/v1/objections",
            outreach,
            "{\"kind\": \"PHONE\", \"contact\": \"" + contact + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningDashboard.json(answer);
  }

  private static List<String> ads() {
    return running.sql().sql("select ad_id from items order by 1").query(String.class).list();
  }

  @Test
  void whatIsKeptUnderTheContactGoesAndNothingComesInUnderItAgain() {
    flag("demo-a:1", 1, Queue.ADULT);
    flag("demo-a:2", 1, Queue.ADULT);
    running.publish(
        Topic.ADS_ASSESSED, "demo-a:3", SyntheticAds.assessment("demo-a:3", 1, Queue.ADULT, 0.9));
    running.awaitItems(3);

    assertThat(object(NUMBER).get("erased").asInt()).isEqualTo(2);
    assertThat(ads()).containsExactly("demo-a:3");
    flag("demo-a:1", 2, Queue.ADULT);
    flag("demo-a:4", 1, Queue.ADULT);
    running.publish(
        Topic.ADS_ASSESSED, "demo-a:5", SyntheticAds.assessment("demo-a:5", 1, Queue.ADULT, 0.9));
    RunningDashboard.await("the last one is there", () -> ads().contains("demo-a:5"));
    RunningDashboard.await(
        "all partitions were read",
        () -> running.count("select sum(ads + again) from assessed_counts") >= 6);
    assertThat(ads()).containsExactly("demo-a:3", "demo-a:5");
  }

  @Test
  void neitherTheContactNorANameIsKept() {
    object("+33 6 39 98 12 04");
    var rows =
        running
            .sql()
            .sql("select o::text from objections o union all select a::text from audit a")
            .query(String.class)
            .list();
    assertThat(rows).noneMatch(row -> row.contains("3998") || row.contains("39 98"));
    assertThat(running.sql().sql("select token from objections").query(String.class).list())
        .containsExactly(token);
    assertThat(running.count("select count(*) from audit where action = 'OBJECTION_NOTED'"))
        .isPositive();
  }

  @Test
  void anOpenItemOfAPossibleMinorStaysUntilItIsDecidedAndThenGoes() {
    flag("demo-a:minor", 1, Queue.MINOR);
    running.awaitItems(1);
    var noted = object(NUMBER);
    assertThat(noted.get("erased").asInt()).isZero();
    assertThat(noted.get("kept").asInt()).isEqualTo(1);
    flag("demo-a:minor", 2, Queue.ADULT);
    flag("demo-a:later", 1, Queue.MINOR);
    RunningDashboard.await("a new possible minor comes in", () -> ads().size() == 2);
    running
        .sql()
        .sql("update items set status = 'DECIDED', outcome = 'NO_CONCERN', decided_at = now()")
        .update();
    assertThat(object(NUMBER).get("erased").asInt()).isEqualTo(2);
  }

  @Test
  void whatIsNoContactIsRefusedWithoutRepeatingIt() {
    var answer =
        running.post("/api/v1/objections", outreach, "{\"kind\": \"PHONE\", \"contact\": \"12\"}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).doesNotContain("12\"");
    assertThat(
            running
                .post("/api/v1/objections", running.token("an", Role.ANALYST), "{}")
                .statusCode())
        .isEqualTo(403);
  }
}
