package org.maraude.dashboard.prevention;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.calendar.Paris;
import tools.jackson.databind.JsonNode;

/** Pictures and platforms' tables handed in by a script, whose body is the file. */
class FilesByApiIT {

  @TempDir static Path folder;
  private static RunningDashboard running;
  private static HttpClient http;
  private static String worker;
  private static String lead;
  private static LocalDate today;
  private static String campaign;

  @BeforeAll
  static void start() {
    running = RunningDashboard.start(folder);
    http = HttpClient.newHttpClient();
    worker = running.token("worker", Role.OUTREACH);
    lead = running.token("lead-too", Role.LEAD);
    today = Paris.day(Instant.now());
    campaign =
        made(
            "/api/v1/campaigns",
            "{\"name\":\"Avril\",\"aim\":\"\",\"firstDay\":\"%s\",\"lastDay\":\"%s\"}"
                .formatted(today.minusDays(2), today.plusDays(2)));
  }

  @AfterAll
  static void stop() {
    http.close();
    running.close();
  }

  private static String made(String path, String body) {
    var answer = running.post(path, worker, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return RunningDashboard.json(answer).get("id").asString();
  }

  private static String draft() {
    return made(
        "/api/v1/campaigns/" + campaign + "/posts",
        """
        {"kind": "POST", "platform": "OTHER", "words": "Bonjour", "altText": "un mot",
         "plannedAt": "%s"}\
        """
            .formatted(Instant.now()));
  }

  private static int version(String post) {
    return RunningDashboard.json(running.get("/api/v1/posts/" + post, worker))
        .get("version")
        .asInt();
  }

  private static HttpResponse<byte[]> send(String method, String path, String type, byte[] body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(running.dashboard().url().resolve(path))
            .header("Authorization", "Bearer " + worker)
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    return RunningDashboard.JSON.readTree(answer.body());
  }

  private static byte[] png(int width, int height) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  @Test
  void aPictureIsPutReadAndTakenAway() throws Exception {
    var post = draft();
    var path = "/api/v1/posts/" + post + "/picture";
    int first = version(post);
    var put = send("PUT", path + "?version=" + first, "image/png", png(300, 200));
    assertThat(put.statusCode()).as(json(put).toString()).isEqualTo(200);
    assertThat(json(put).get("version").asInt()).isEqualTo(first + 1);
    assertThat(json(put).get("picture").isNull()).isFalse();

    var read = send("GET", path, "image/png", new byte[0]);
    assertThat(read.headers().firstValue("Content-Type")).hasValue("image/jpeg");
    var picture = ImageIO.read(new ByteArrayInputStream(read.body()));
    assertThat(picture.getWidth() + "x" + picture.getHeight()).isEqualTo("300x200");

    var stale = send("DELETE", path + "?version=" + first, "text/plain", new byte[0]);
    assertThat(stale.statusCode()).isEqualTo(409);
    var removed = send("DELETE", path + "?version=" + (first + 1), "text/plain", new byte[0]);
    assertThat(json(removed).get("picture").isNull()).isTrue();
    assertThat(send("GET", path, "image/png", new byte[0]).statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsNoPictureOrTooLargeIsRefusedWithItsReason() throws Exception {
    var post = draft();
    var picture = "/api/v1/posts/" + post + "/picture";
    var path = picture + "?version=" + version(post);
    var text = send("PUT", path, "image/png", "Bonjour".getBytes(StandardCharsets.UTF_8));
    assertThat(text.statusCode()).isEqualTo(422);
    assertThat(json(text).get("code").asString()).isEqualTo("picture-type");
    var large = send("PUT", path, "image/png", new byte[Picture.LARGEST_FILE + 2]);
    assertThat(json(large).get("code").asString()).isEqualTo("picture-too-large");
    assertThat(send("PUT", picture, "image/png", png(2, 2)).statusCode()).isEqualTo(422);
  }

  @Test
  void aTableIsLookedAtThenTakenInWholeOrNotAtAll() throws Exception {
    var post = draft();
    for (var step : new String[] {"propose", "approve"}) {
      var by = step.equals("propose") ? worker : lead;
      var done =
          running.post(
              "/api/v1/posts/" + post + "/" + step,
              by,
              "{\"version\": %d}".formatted(version(post)));
      assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    }
    var out =
        running.post(
            "/api/v1/posts/" + post + "/published",
            worker,
            "{\"version\": %d, \"publishedAt\": \"%s\", \"reference\": \"p-1\"}"
                .formatted(version(post), Instant.now()));
    assertThat(out.statusCode()).as(out.body()).isEqualTo(200);

    var path = "/api/v1/campaigns/" + campaign + "/imports";
    var choice = "?separator=COMMA&reference=0&dayColumn=1&views=2";
    var table = ("Lien,Date,Vues\np-1," + today + ",1204\n").getBytes(StandardCharsets.UTF_8);
    var preview = send("POST", path + "/preview" + choice, "text/csv", table);
    assertThat(json(preview).get("lines").asInt()).as(json(preview).toString()).isEqualTo(1);
    assertThat(running.count("select count(*) from interactions")).isZero();

    var wrong = ("Lien,Date,Vues\np-1," + today + ",1204\np-2," + today + ",x\n");
    var refused = send("POST", path + choice, "text/csv", wrong.getBytes(StandardCharsets.UTF_8));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(json(refused).get("code").asString()).isEqualTo("import-problems");
    assertThat(json(refused).get("problems").get(0).get("line").asInt()).isEqualTo(3);
    assertThat(running.count("select count(*) from interactions")).isZero();

    var taken = send("POST", path + choice, "text/csv", table);
    assertThat(taken.statusCode()).as(json(taken).toString()).isEqualTo(200);
    assertThat(json(taken).get("changed").asInt()).isEqualTo(1);
    assertThat(running.count("select views from interactions")).isEqualTo(1204);
    var again = send("POST", path + choice, "text/csv", table);
    assertThat(json(again).get("again").asBoolean()).isTrue();
    var nothing = send("POST", path + choice, "text/csv", new byte[0]);
    assertThat(json(nothing).get("code").asString()).isEqualTo("import-file-missing");
  }
}
