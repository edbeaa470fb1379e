package org.maraude.dashboard.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.accounts.Role;

/** Texts to copy and the report of rounds, asked for by a script. */
class RoundTextsByApiIT {

  @TempDir static Path folder;
  private static RunningDashboard running;
  private static String lead;
  private static String other;

  @BeforeAll
  static void start() {
    running = RunningDashboard.start(folder);
    lead = running.token("script-lead", Role.LEAD);
    other = running.token("script-other", Role.LEAD);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(RunningDashboard.json(answer).get("code").asString()).isEqualTo(code);
  }

  @Test
  void aTextIsWrittenByOneAndApprovedByAnother() {
    var all = RunningDashboard.json(running.get("/api/v1/templates", lead)).get("items");
    assertThat(all.size()).isPositive();
    var newest = all.get(0);
    var kind = newest.get("kind").asString();
    var language = newest.get("language").asString();
    int version = newest.get("version").asInt();
    var body =
        """
        {"kind": "%s", "language": "%s", "after": %d, "words": "%s"}\
        """;
    var words = newest.get("words").asString().replace("\n", " ").replace("\"", "'");
    var asked = body.formatted(kind, language, version, words + " Merci.");
    var written = running.post("/api/v1/templates", lead, asked);
    assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
    assertThat(RunningDashboard.json(written).get("version").asInt()).isEqualTo(version + 1);
    refused(running.post("/api/v1/templates", other, asked), 409, "template-changed");
    refused(
        running.post("/api/v1/templates", lead, body.formatted(kind, language, version + 1, "")),
        422,
        "template-length");

    var which =
        "{\"kind\": \"%s\", \"language\": \"%s\", \"version\": %d}"
            .formatted(kind, language, version + 1);
    refused(running.post("/api/v1/templates/approve", lead, which), 422, "template-own");
    var approved = running.post("/api/v1/templates/approve", other, which);
    assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
    assertThat(RunningDashboard.json(approved).get("approvedBy").asString())
        .isEqualTo("script-other");
    refused(
        running.post(
            "/api/v1/templates/approve", other, which.replace("}", "").replaceAll("\\d+$", "99}")),
        404,
        "template-unknown");
    refused(running.post("/api/v1/templates", lead, "{}"), 422, "field-missing");
  }

  @Test
  void theReportIsOfAWholeYear() {
    var empty = RunningDashboard.json(running.get("/api/v1/rounds/report?year=2020", lead));
    assertThat(empty.get("year").asInt()).isEqualTo(2020);
    assertThat(empty.get("months").size()).isZero();
    refused(running.get("/api/v1/rounds/report?year=2020-03", lead), 400, "bad-parameter");
    assertThat(running.get("/api/v1/rounds/report", lead).statusCode()).isEqualTo(200);
  }
}
