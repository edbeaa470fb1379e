package org.maraude.dashboard.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.accounts.Role;

/** Bands are written by who may, with every earlier form kept, and go out with the data. */
class BandsIT {

  private static final String EVENTS = "/api/v1/trends/events";

  @TempDir static Path folder;
  static RunningDashboard running;
  static String analyst;

  @BeforeAll
  static void start() {
    running = RunningDashboard.start(folder);
    analyst = running.token("bands-script", Role.ANALYST);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static String body(int version, String name, String where) {
    return """
    {"version": %d, "kind": "local", "nameFr": "%s", "firstDay": "2026-03-02",
     "lastDay": "2026-03-08", "departements": "%s"}\
    """
        .formatted(version, name, where);
  }

  @Test
  void aBandIsAddedEditedAndRemovedAndItsEarlierFormsStay() {
    var added = running.post(EVENTS, analyst, body(0, "Salon", "44, 2a"));
    assertThat(added.statusCode()).isEqualTo(201);
    var band = RunningDashboard.json(added);
    var one = EVENTS + "/" + band.get("id").asString();
    assertThat(band.get("departements").toString()).isEqualTo("[\"44\",\"2A\"]");

    assertThat(running.call("PUT", one, analyst, body(1, "Foire", "")).statusCode()).isEqualTo(200);
    assertThat(running.call("PUT", one, analyst, body(1, "Fête", "")).statusCode()).isEqualTo(409);
    assertThat(running.call("DELETE", one + "?version=2", analyst, null).statusCode())
        .isEqualTo(204);
    assertThat(running.call("DELETE", one + "?version=2", analyst, null).statusCode())
        .isEqualTo(404);
    assertThat(
            running
                .sql()
                .sql("select stood->>'nameFr' || ' ' || removed from band_history order by version")
                .query(String.class)
                .list())
        .containsExactly("Salon false", "Foire true");
    assertThat(
            running.count(
                "select count(*) from audit where action like 'BAND%' and reason like '"
                    + band.get("id").asString()
                    + "%'"))
        .isEqualTo(3);
  }

  @Test
  void whatDoesNotFitIsRefusedAndNothingIsWritten() {
    long before = running.count("select count(*) from bands");
    for (var wrong :
        Map.of(
                "band-where", body(0, "Salon", "999"),
                "band-name", body(0, " ", ""),
                "band-days", body(0, "Salon", "").replace("2026-03-08", "2026-03-01"),
                "band-kind", body(0, "Salon", "").replace("local", "festival"))
            .entrySet()) {
      var answer = running.post(EVENTS, analyst, wrong.getValue());
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains(wrong.getKey());
    }
    assertThat(running.count("select count(*) from bands")).isEqualTo(before);
  }

  @Test
  void ruleChangesAndOutagesAreReadOffTheRecordsAndGoOutWithTheData() {
    var sql = running.sql();
    sql.sql(
            "insert into rule_texts values ('a', 1, 'i', 'B', 's', 'f', 'e', 'f', 'e', 'f', 'e',"
                + " '2026-04-06'), ('b', 2, 'i', 'B', 's', 'f', 'e', 'f', 'e', 'f', 'e', '2026-04-06')")
        .update();
    sql.sql(
            "insert into crawl_coverage select 'demo-a', d::date, 10, case when d between"
                + " '2026-04-14' and '2026-04-16' then 1 else 10 end"
                + " from generate_series('2026-04-06'::date, '2026-04-19', '1 day') d")
        .update();
    sql.sql(
            "insert into ad_volumes values ('x', '2026-04-07', 'demo-a', '44', '?', 30, 0, 30, 0, '{}')")
        .update();
    var asked = "?from=2026-04-06&to=2026-04-19";
    for (var path : new String[] {EVENTS, "/api/v1/trends/volume.csv", "/api/v1/trends/volume"}) {
      assertThat(running.get(path + asked, analyst).body())
          .contains("Règles changées : 2")
          .contains("Visites en panne");
    }
    assertThat(running.get("/api/v1/trends/volume.svg" + asked, analyst).body())
        .contains("14 avr. 2026 au 16 avr. 2026");
  }

  @Test
  void thePageWritesToo() {
    var browser = running.browser().as("analyst");
    var fields =
        Map.of(
            "kind",
            "OUTAGE",
            "nameFr",
            "Panne du site A",
            "firstDay",
            "2026-05-04",
            "lastDay",
            "2026-05-05");
    assertThat(browser.submit("/trends/bands", "/trends/bands", fields).statusCode())
        .isEqualTo(302);
    assertThat(browser.get("/trends/bands").body()).contains("Panne du site A");
    var wrong = Map.of("kind", "OUTAGE", "nameFr", "Autre", "firstDay", "?", "lastDay", "?");
    var answer = browser.submit("/trends/bands", "/trends/bands", wrong);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Il faut deux dates").contains("value=\"Autre\"");
  }

  @Test
  void aWriteThatComesTwiceWithOneKeyIsDoneOnce() {
    var key = new String[] {"Idempotency-Key", "a-key"};
    var first = running.call("POST", EVENTS, analyst, body(0, "Marché", ""), key);
    var again = running.call("POST", EVENTS, analyst, body(0, "Marché", ""), key);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(running.count("select count(*) from bands where name_fr = 'Marché'")).isOne();
    var other = running.call("POST", EVENTS, analyst, body(0, "Autre", ""), key);
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("key-reused");
    var lead = running.token("bands-lead", Role.LEAD);
    assertThat(running.call("POST", EVENTS, lead, body(0, "Autre", ""), key).statusCode())
        .as("a key is its person's own")
        .isEqualTo(201);

    var one = EVENTS + "/" + RunningDashboard.json(first).get("id").asString();
    var change = new String[] {"Idempotency-Key", "another-key"};
    var changed = running.call("PUT", one, analyst, body(1, "Marchés", ""), change);
    assertThat(RunningDashboard.json(changed).get("version").asInt()).isEqualTo(2);
    assertThat(running.call("PUT", one, analyst, body(1, "Marchés", ""), change).body())
        .isEqualTo(changed.body());
    // A write that was refused leaves its key free.
    var late = new String[] {"Idempotency-Key", "a-third-key"};
    assertThat(running.call("DELETE", one + "?version=1", analyst, null, late).statusCode())
        .isEqualTo(409);
    for (int i = 0; i < 2; i++) {
      assertThat(running.call("DELETE", one + "?version=2", analyst, null, late).statusCode())
          .isEqualTo(204);
    }
    assertThat(
            running
                .call(
                    "POST", EVENTS, analyst, body(0, "Salon", ""), "Idempotency-Key", " ".repeat(2))
                .body())
        .contains("bad-parameter");
    assertThat(running.count("select count(*) from bands where name_fr like 'Marché%'")).isZero();
  }
}
