package org.maraude.benchmarks.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One person's browser, whose every answer is timed. One thread. */
final class Browsing implements AutoCloseable {

  static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private static final int OK = 200;
  private static final int FOUND = 302;

  private final URI house;
  private final Timings timings;
  private final long end;
  private final SplittableRandom random;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * @param end of the shift, by {@link System#nanoTime}
   */
  Browsing(URI house, Timings timings, long end, SplittableRandom random) {
    this.house = house;
    this.timings = timings;
    this.end = end;
    this.random = random;
  }

  /** Logs in; false when it was not let in. */
  boolean logIn(Login login) throws IOException, InterruptedException {
    var csrf = found(CSRF, get(Operation.LOG_IN, "/login"));
    var led =
        post(
            Operation.LOG_IN,
            "/login",
            Map.of("username", login.name(), "password", login.password(), "_csrf", csrf));
    if (!led.equals("/")) {
      timings.refused(Operation.LOG_IN, 0);
      return false;
    }
    get(Operation.FRONT_PAGE, "/");
    return true;
  }

  boolean goesOn() {
    return System.nanoTime() < end;
  }

  /** Looks at a page, for so many milliseconds. */
  void think(int from, int to) throws InterruptedException {
    if (to > 0) {
      // Rounded up: who wakes in the last millisecond would act beside all others, and be counted.
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()) + 1;
      Thread.sleep(Math.max(0, Math.min(left, random.nextInt(from, to))));
    }
  }

  String get(Operation operation, String path) throws IOException, InterruptedException {
    var answer = timed(operation, HttpRequest.newBuilder(house.resolve(path)).build(), OK);
    return answer.body();
  }

  /** Posts a form and returns where it leads; empty where it was not taken. */
  String post(Operation operation, String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    var body =
        fields.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(house.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return timed(operation, request, FOUND)
        .headers()
        .firstValue("Location")
        .map(to -> house.resolve(to).getPath())
        .orElse("");
  }

  private HttpResponse<String> timed(Operation operation, HttpRequest request, int expected)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() == expected) {
      timings.took(operation, System.nanoTime() - begin);
    } else {
      timings.refused(operation, answer.statusCode());
    }
    return answer;
  }

  static String found(Pattern pattern, String page) {
    var match = pattern.matcher(page);
    if (!match.find()) {
      throw new IllegalStateException("a page without " + pattern);
    }
    return match.group(1);
  }

  @Override
  public void close() {
    http.close();
  }
}
