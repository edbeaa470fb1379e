package org.maraude.benchmarks.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One person with a browser: logs in, looks at a queue, claims, reads, decides, now and then
 * searches; and thinks in between, as people do. One thread.
 */
final class Reviewer {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern FENCE = Pattern.compile("name=\"fence\" value=\"(\\d+)\"");
  private static final int SEARCHES_ONE_IN = 3;
  private static final int MINOR_ONE_IN = 10;
  private static final int OK = 200;
  private static final int FOUND = 302;

  /**
   * How long somebody looks, in milliseconds, drawn evenly.
   *
   * @param list over a queue or what a search found
   * @param item over an item, before deciding
   */
  record Pace(int listFrom, int listTo, int itemFrom, int itemTo) {

    static final Pace NONE = new Pace(0, 0, 0, 0);
    static final Pace OF_PEOPLE = new Pace(1_000, 4_000, 5_000, 20_000);

    @Override
    public String toString() {
      return equals(NONE)
          ? "no think time"
          : "think time %d to %d s over a list, %d to %d s over an item"
              .formatted(listFrom / 1000, listTo / 1000, itemFrom / 1000, itemTo / 1000);
    }
  }

  private final URI house;
  private final Timings timings;
  private final List<String> words;
  private final Pace pace;
  private final long end;
  private final SplittableRandom random;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * @param words to search for
   * @param end of the shift, by {@link System#nanoTime}
   */
  Reviewer(
      URI house,
      Timings timings,
      List<String> words,
      Pace pace,
      long end,
      SplittableRandom random) {
    this.house = house;
    this.timings = timings;
    this.words = words;
    this.pace = pace;
    this.end = end;
    this.random = random;
  }

  /** Works until the end of the shift. */
  void work(String name, String password) throws IOException, InterruptedException {
    var csrf = found(CSRF, get(Operation.LOG_IN, "/login"));
    var led =
        post(
            Operation.LOG_IN,
            "/login",
            Map.of("username", name, "password", password, "_csrf", csrf));
    if (!led.equals("/")) {
      timings.refused(Operation.LOG_IN, 0);
      return;
    }
    get(Operation.FRONT_PAGE, "/");
    while (System.nanoTime() < end) {
      var queue = random.nextInt(MINOR_ONE_IN) == 0 ? "minor" : "adult";
      var page = get(Operation.QUEUE_PAGE, "/queues/" + queue);
      think(pace.listFrom(), pace.listTo());
      if (random.nextInt(SEARCHES_ONE_IN) == 0) {
        get(Operation.SEARCH, "/queues/" + queue + "?" + search());
        think(pace.listFrom(), pace.listTo());
      }
      // Anything else than the page stands among the timings.
      if (CSRF.matcher(page).find()) {
        reviewOne(queue, found(CSRF, page));
      }
    }
    http.close();
  }

  private void reviewOne(String queue, String csrf) throws IOException, InterruptedException {
    var claimed = post(Operation.CLAIM, "/queues/" + queue + "/claim", Map.of("_csrf", csrf));
    if (!claimed.startsWith("/items/")) {
      return;
    }
    var item = get(Operation.ITEM_PAGE, claimed);
    if (!FENCE.matcher(item).find()) {
      return;
    }
    think(pace.itemFrom(), pace.itemTo());
    post(
        Operation.DECIDE,
        claimed + "/decision",
        Map.of(
            "_csrf",
            csrf,
            "fence",
            found(FENCE, item),
            "outcome",
            "NO_CONCERN",
            "reasons",
            "ORDINARY_EXPLANATION"));
  }

  /** One word or two, now and then with a department, a rule or among what is decided. */
  private String search() {
    var text = word() + (random.nextBoolean() ? " " + word() : "");
    var also =
        switch (random.nextInt(4)) {
          case 0 -> "&departement=" + (10 + random.nextInt(80));
          case 1 -> "&status=DECIDED";
          default -> "";
        };
    return "q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + also;
  }

  private String word() {
    return words.get(random.nextInt(words.size()));
  }

  private void think(int from, int to) throws InterruptedException {
    if (to > 0) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      Thread.sleep(Math.max(0, Math.min(left, random.nextInt(from, to))));
    }
  }

  private String get(Operation operation, String path) throws IOException, InterruptedException {
    var answer = timed(operation, HttpRequest.newBuilder(house.resolve(path)).build(), OK);
    return answer.body();
  }

  /** Posts a form and returns where it leads; empty where it was not taken. */
  private String post(Operation operation, String path, Map<String, String> fields)
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

  private static String found(Pattern pattern, String page) {
    var match = pattern.matcher(page);
    if (!match.find()) {
      throw new IllegalStateException("a page without " + pattern);
    }
    return match.group(1);
  }
}
