package org.maraude.dashboard.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.CaseKeys;
import org.maraude.contacts.ContactKind;
import org.maraude.contacts.KeyFolder;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.SyntheticAds;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.following.CaseErasure;
import org.maraude.dashboard.following.CaseFiles;
import org.maraude.dashboard.outbox.Outbox;
import org.maraude.dashboard.retention.Objections;
import org.maraude.events.Topic;
import org.maraude.events.assessment.Links;
import org.maraude.events.assessment.Queue;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Somebody asks what is kept about them, and that it goes. */
class DataSubjectIT {

  private static final String PHONE = "+33639981204";
  private static final String OTHER = "+33639981231";

  @TempDir static Path folder;
  static RunningDashboard running;
  static String outreach;

  @BeforeAll
  static void start() {
    running = RunningDashboard.start(folder);
    outreach = running.token("script-a", Role.OUTREACH);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static DataSubject subject() {
    var clock = Clock.systemUTC();
    var sql = running.sql();
    var audit = new Audit(sql, clock);
    var keys = CaseKeys.in(folder);
    var tokens = KeyFolder.openOrCreate(folder, clock).tokens();
    var objections =
        new Objections(
            sql,
            new TransactionTemplate(new JdbcTransactionManager(running.database())),
            tokens,
            CaseErasure.over(running.database(), keys, clock),
            audit,
            new Outbox(sql, clock),
            clock,
            UUID::randomUUID);
    return new DataSubject(sql, tokens, new CaseFiles(sql, keys), objections, audit, clock);
  }

  private static void flag(String adId, String phone) {
    running.publish(
        Topic.ADS_ASSESSED,
        adId,
        SyntheticAds.assessment(
            adId,
            1,
            Queue.ADULT,
            0.9,
            SyntheticAds.BODY,
            List.of(running.sealed(phone)),
            Links.NONE));
  }

  private static void accompany(String phone, String name) {
    var opened =
        running.post(
            "/api/v1/cases",
            outreach,
            """
            {"kind": "PHONE", "contact": "%s", "agreement": "SPOKEN", "agreedOn": "%s",
             "name": "%s", "situation": "wishes a room"}\
            """
                .formatted(phone, LocalDate.now(Clock.systemUTC()).minusDays(1), name));
    assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
    var id = RunningDashboard.json(opened).get("id").asString();
    var noted = running.post("/api/v1/cases/" + id + "/notes", outreach, "{\"words\": \"talked\"}");
    assertThat(noted.statusCode()).as(noted.body()).isEqualTo(204);
  }

  /** As a round left it, long ago: the rules of today's rounds are not this test's matter. */
  private static void tried(String phone) {
    var token =
        KeyFolder.openOrCreate(folder, Clock.systemUTC())
            .tokens()
            .token(new CanonicalContact(ContactKind.PHONE, phone));
    running.sql().sql("alter table attempts disable trigger user").update();
    running
        .sql()
        .sql(
            """
            insert into attempts (id, token, made_by, at, noted_at, channel, language, outcome, wish)
            select gen_random_uuid(), ?, id, now(), now(), 'SMS', 'fr', 'NO_ANSWER', 'NONE'
            from users where name = 'script-a'\
            """)
        .param(token)
        .update();
    running.sql().sql("alter table attempts enable trigger user").update();
  }

  private static List<String> deeds() {
    return running
        .sql()
        .sql(
            "select action from audit where action in ('SUBJECT_FILE_MADE', 'OBJECTION_NOTED')"
                + " order by seq")
        .query(String.class)
        .list();
  }

  @Test
  void aFileHoldsAllOfOnePersonAndErasingLeavesNothingOfThemAndAllOfOthers() {
    flag("demo-a:1", PHONE);
    flag("demo-a:2", PHONE);
    flag("demo-a:3", OTHER);
    running.awaitItems(3);
    accompany(PHONE, "Alex");
    accompany(OTHER, "Sacha");
    tried(PHONE);
    tried(OTHER);

    var me = new CanonicalContact(ContactKind.PHONE, PHONE);
    var file = subject().file(me);
    assertThat(file.ads()).extracting(SubjectFile.Ad::adId).containsExactly("demo-a:1", "demo-a:2");
    assertThat(file.attempts()).extracting(SubjectFile.Attempt::channel).containsExactly("SMS");
    assertThat(file.cases()).hasSize(1);
    assertThat(file.cases().getFirst().situation()).isEqualTo("wishes a room");
    assertThat(file.cases().getFirst().lines()).hasSize(2);
    var json = JsonMapper.shared().writeValueAsString(file);
    assertThat(json)
        .contains("Alex", "talked")
        .doesNotContain("Sacha", "script-a", PHONE, "639981204");

    var noted = subject().erase(me);
    assertThat(noted.erased()).isEqualTo(2);
    var after = subject().file(me);
    assertThat(after.size()).isZero();
    assertThat(after.registeredAt()).isNotNull();
    assertThat(running.count("select count(*) from cases")).isEqualTo(1);
    assertThat(CaseKeys.in(folder).all()).hasSize(1);
    assertThat(running.count("select count(*) from items")).isEqualTo(1);
    assertThat(running.count("select count(*) from attempts")).isEqualTo(1);
    assertThat(deeds())
        .containsExactly("SUBJECT_FILE_MADE", "OBJECTION_NOTED", "SUBJECT_FILE_MADE");
    var again =
        running.post(
            "/api/v1/cases",
            outreach,
            """
            {"kind": "PHONE", "contact": "%s", "agreement": "SPOKEN", "agreedOn": "2026-01-01",
             "name": "Alex"}\
            """
                .formatted(PHONE));
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(RunningDashboard.json(again).get("code").asString()).isEqualTo("case-said-no");
  }
}
