package org.maraude.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.accounts.Role;
import tools.jackson.databind.JsonNode;

/** What {@code /api/v1/openapi.json} says of every operation, and whether it is so. */
class ApiDescriptionIT {

  private static final String OPEN = "GET /api/v1/health";

  @TempDir static Path folder;
  static RunningDashboard running;
  static JsonNode description;

  @BeforeAll
  static void start() {
    running = RunningDashboard.start(folder);
    description = RunningDashboard.json(running.get("/api/v1/openapi.json", null));
  }

  private static final Map<String, String> TYPES =
      Map.of("csv", "text/csv", "svg", "image/svg+xml", "png", "image/png");

  @AfterAll
  static void stop() {
    running.close();
  }

  private static JsonNode operation(AccessTable.Row row) {
    return description.path("paths").path(row.path()).path(row.method().toLowerCase());
  }

  private static List<AccessTable.Row> operations() {
    return AccessTable.rows().stream()
        .filter(row -> row.path().startsWith("/api/v1/") && !row.path().contains("openapi"))
        .toList();
  }

  private static boolean exampled(JsonNode content) {
    return !content.isEmpty()
        && content
            .valueStream()
            .allMatch(media ->
                !media.path("example").isMissingNode() || !media.path("examples").isMissingNode());
  }

  @Test
  void everyOperationHasASummaryAndExamplesOfRequestAnswerAndError() {
    var lacking = new ArrayList<String>();
    for (var row : operations()) {
      var operation = operation(row);
      if (operation.path("summary").asString("").isBlank()) {
        lacking.add(row + " has no summary");
      }
      var request = operation.path("requestBody");
      if (!request.isMissingNode() && !exampled(request.path("content"))) {
        lacking.add(row + " has no example of its request");
      }
      var good = new TreeSet<>(operation.path("responses").propertyNames());
      good.removeIf(status -> !status.startsWith("2"));
      for (var status : good) {
        var content = operation.path("responses").path(status).path("content");
        if (!status.equals("204") && !exampled(content)) {
          lacking.add(row + " has no example of " + status);
        }
      }
      if (good.isEmpty()) {
        lacking.add(row + " says of no answer that it is well");
      }
      boolean problem =
          operation
              .path("responses")
              .valueStream()
              .map(answer -> answer.path("content").path("application/problem+json"))
              .anyMatch(media -> !media.path("example").path("code").isMissingNode());
      if (!problem && !row.toString().equals(OPEN)) {
        lacking.add(row + " has no example of an error");
      }
    }
    assertThat(operations()).hasSizeGreaterThan(40);
    assertThat(lacking).isEmpty();
  }

  @Test
  void theErrorsAreAnsweredAsTheyAreShown() {
    var researcher = running.token("script-researcher", Role.RESEARCHER);
    for (var row : operations()) {
      var path = row.path().replaceAll("\\{queue}", "adult").replaceAll("\\{[a-z]+}", "44");
      if (row.toString().equals(OPEN)) {
        continue;
      }
      var responses = operation(row).path("responses");
      var nobody = running.call(row.method(), path, "a-token-of-nobody", null);
      assertThat(RunningDashboard.json(nobody))
          .as(row.toString())
          .isEqualTo(shown(responses.path("401")));
      var refused = running.call(row.method(), path, researcher, null);
      if (refused.statusCode() == 403) {
        assertThat(RunningDashboard.json(refused))
            .as(row.toString())
            .isEqualTo(shown(responses.path("403")));
      }
    }
  }

  private static JsonNode shown(JsonNode response) {
    return response.path("content").path("application/problem+json").path("example");
  }

  @Test
  void theFilesBeginAsTheyAreShown() {
    var lead = running.token("script-lead", Role.LEAD);
    for (var file : List.of("volume.csv", "volume.svg", "volume.png", "map.svg", "lifetimes.csv")) {
      var path = "/api/v1/trends/" + file;
      var type = TYPES.get(file.substring(file.length() - 3));
      var media =
          description
              .path("paths")
              .path(path)
              .path("get")
              .path("responses")
              .path("200")
              .path("content")
              .path(type);
      var shown =
          media.path("example").isMissingNode()
              ? media.path("examples").iterator().next().path("value").asString()
              : media.path("example").asString();
      assertThat(running.get(path, lead).body()).as(path).contains(shown);
    }
  }

  @Test
  void aQuestionAboutFindingsThatDoesNotFitIsAProblem() {
    var lead = running.token("script-lead", Role.LEAD);
    var answer = running.get("/api/v1/trends/findings?from=2026-02-31", lead);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(RunningDashboard.json(answer).path("code").asString()).isEqualTo("bad-date");

    var nothing = RunningDashboard.json(running.get("/api/v1/trends/findings", lead));
    assertThat(nothing.path("groups").size()).as("no ads, no results").isZero();
    assertThat(nothing.path("caveats").size()).isPositive();
  }
}
