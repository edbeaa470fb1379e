package org.maraude.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;

/** What a team has beside the items of its departements, made by a script of the team. */
final class TeamsOwn {

  private TeamsOwn() {}

  /** Somebody whom a team accompanies. */
  static String accompanied(RunningDashboard running, String far) {
    var opened =
        running.post(
            "/api/v1/cases",
            far,
            """
            {"agreement": "SPOKEN", "agreedOn": "2026-01-05", "name": "Alex"}\
            """);
    return made(opened);
  }

  /** A campaign of a team, with what belongs to it. */
  static Map<String, String> campaign(RunningDashboard running, String far) {
    var campaign =
        made(
            running.post(
                "/api/v1/campaigns",
                far,
                """
                {"name": "Loin", "aim": "", "firstDay": "2026-04-06", "lastDay": "2026-05-31"}\
                """));
    var theme =
        made(
            running.post(
                "/api/v1/campaigns/" + campaign + "/themes",
                far,
                "{\"title\": \"Les mots\", \"firstDay\": \"2026-04-06\"}"));
    var post =
        made(
            running.post(
                "/api/v1/campaigns/" + campaign + "/posts",
                far,
                """
                {"kind": "POST", "platform": "OTHER", "words": "x", "plannedAt": "2026-04-07T16:00:00Z"}\
                """));
    return Map.of("/campaigns/{id}", campaign, "/themes/{id}", theme, "/posts/{id}", post);
  }

  private static String made(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return RunningDashboard.json(answer).get("id").asString();
  }
}
