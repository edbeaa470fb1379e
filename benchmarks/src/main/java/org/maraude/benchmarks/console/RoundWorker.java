package org.maraude.benchmarks.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Somebody on a round: looks at the list and at one ad after the other, notes an attempt, and in
 * between reads and writes in the cases they accompany. One thread.
 */
final class RoundWorker {

  private static final Pattern ROUND = Pattern.compile("href=\"/rounds/([0-9a-f-]{36})");
  private static final Pattern CASE = Pattern.compile("href=\"/cases/([0-9a-f-]{36})");
  private static final Pattern ITEM = Pattern.compile("name=\"item\" value=\"([0-9a-f-]{36})\"");
  private static final Pattern TOKEN = Pattern.compile("name=\"token\"[^>]*value=\"([^\"]+)\"");
  private static final int LEAST = 500;
  private static final int MOST = 3_000;

  private final Browsing browsing;
  private final boolean leads;
  private final SplittableRandom random;

  RoundWorker(Browsing browsing, boolean leads, SplittableRandom random) {
    this.browsing = browsing;
    this.leads = leads;
    this.random = random;
  }

  /** Works until the end of the shift. */
  void work(Login login) throws IOException, InterruptedException {
    if (!browsing.logIn(login)) {
      return;
    }
    for (int place = 1; browsing.goesOn(); place++) {
      var rounds = browsing.get(Operation.ROUNDS_PAGE, "/rounds");
      browsing.think(LEAST, MOST);
      var own = all(ROUND, rounds);
      if (!own.isEmpty()) {
        attempt(own.getFirst(), place);
      }
      var cases = all(CASE, browsing.get(Operation.CASES_PAGE, "/cases?show=mine"));
      browsing.think(LEAST, MOST);
      if (!cases.isEmpty()) {
        write(cases.get(random.nextInt(cases.size())));
      }
      if (leads) {
        browsing.get(Operation.REPORT_PAGE, "/rounds/report");
        browsing.think(LEAST, MOST);
      }
    }
  }

  private void attempt(String round, int place) throws IOException, InterruptedException {
    var page = browsing.get(Operation.ROUND_PAGE, "/rounds/" + round + "?ad=" + place);
    browsing.think(LEAST, MOST);
    var items = all(ITEM, page);
    var tokens = all(TOKEN, page);
    if (items.isEmpty() || tokens.isEmpty()) {
      return;
    }
    browsing.post(
        Operation.ATTEMPT,
        "/rounds/" + round + "/attempts",
        Map.of(
            "_csrf", Browsing.found(Browsing.CSRF, page),
            "item", items.getFirst(),
            "token", tokens.getFirst(),
            "channel", "SMS",
            "language", "fr",
            "outcome", "NO_ANSWER",
            "wish", "NONE",
            "once", UUID.randomUUID().toString()));
  }

  private void write(String id) throws IOException, InterruptedException {
    var page = browsing.get(Operation.CASE_PAGE, "/cases/" + id);
    browsing.think(LEAST, MOST);
    browsing.post(
        Operation.CASE_NOTE,
        "/cases/" + id + "/notes",
        Map.of(
            "_csrf", Browsing.found(Browsing.CSRF, page),
            "words", "Talked about the next step.",
            "once", UUID.randomUUID().toString()));
  }

  private static List<String> all(Pattern pattern, String page) {
    var found = new ArrayList<String>();
    var match = pattern.matcher(page);
    while (match.find()) {
      found.add(match.group(1));
    }
    return found;
  }
}
