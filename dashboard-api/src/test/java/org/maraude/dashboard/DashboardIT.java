package org.maraude.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.testkit.PostgresForTests;

class DashboardIT {

  @TempDir Path folder;

  @Test
  void aDashboardStartsOnAnEmptyDatabaseAndSendsStrangersToTheLogIn() throws Exception {
    var database = PostgresForTests.fresh();
    var config =
        new DashboardConfig(
            "localhost:1",
            database.jdbcUrl(),
            database.user(),
            database.password(),
            folder,
            folder,
            0,
            true,
            2,
            "dashboard-test",
            Clock.systemUTC());
    try (var dashboard = Dashboard.start(config)) {
      var http = HttpClient.newHttpClient();
      for (var path : new String[] {"/login", "/queues/minor", "/api/v1/audit", "/api/v1/openapi.json"}) {
        URI uri = dashboard.url().resolve(path);
        var answer =
            http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        System.out.println(path + " " + answer.statusCode() + " " + answer.headers().map() + "\n" + answer.body());
      }
      assertThat(dashboard.demoLogins()).hasSize(6);
    }
  }
}
