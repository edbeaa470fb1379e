package org.maraude.benchmarks.console;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * One person with a browser: logs in, looks at a queue, claims, reads, decides, now and then
 * searches; and thinks in between, as people do. One thread.
 */
final class Reviewer {

  private static final Pattern FENCE = Pattern.compile("name=\"fence\" value=\"(\\d+)\"");
  private static final int SEARCHES_ONE_IN = 3;
  private static final int MINOR_ONE_IN = 10;

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

  private final Browsing browsing;
  private final List<String> words;
  private final Pace pace;
  private final SplittableRandom random;

  /**
   * @param words to search for
   */
  Reviewer(Browsing browsing, List<String> words, Pace pace, SplittableRandom random) {
    this.browsing = browsing;
    this.words = words;
    this.pace = pace;
    this.random = random;
  }

  /** Works until the end of the shift. */
  void work(Login login) throws IOException, InterruptedException {
    if (!browsing.logIn(login)) {
      return;
    }
    while (browsing.goesOn()) {
      var queue = random.nextInt(MINOR_ONE_IN) == 0 ? "minor" : "adult";
      var page = browsing.get(Operation.QUEUE_PAGE, "/queues/" + queue);
      browsing.think(pace.listFrom(), pace.listTo());
      if (random.nextInt(SEARCHES_ONE_IN) == 0) {
        browsing.get(Operation.SEARCH, "/queues/" + queue + "?" + search());
        browsing.think(pace.listFrom(), pace.listTo());
      }
      // Anything else than the page stands among the timings.
      if (Browsing.CSRF.matcher(page).find()) {
        reviewOne(queue, Browsing.found(Browsing.CSRF, page));
      }
    }
  }

  private void reviewOne(String queue, String csrf) throws IOException, InterruptedException {
    var claimed = browsing.post(Operation.CLAIM, "/queues/" + queue + "/claim", Map.of("_csrf", csrf));
    if (!claimed.startsWith("/items/")) {
      return;
    }
    var item = browsing.get(Operation.ITEM_PAGE, claimed);
    if (!FENCE.matcher(item).find()) {
      return;
    }
    browsing.think(pace.itemFrom(), pace.itemTo());
    browsing.post(
        Operation.DECIDE,
        claimed + "/decision",
        Map.of(
            "_csrf",
            csrf,
            "fence",
            Browsing.found(FENCE, item),
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
}
