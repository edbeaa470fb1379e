package org.maraude.benchmarks.politeness;

import java.util.List;
import java.util.Map;

/**
 * What a run of the rig showed.
 *
 * @param standing of each site in the end, as the crawlers told it
 * @param sharing how many crawlers held partitions of the frontier in the end
 */
record Outcome(
    PolitenessRig.Size size,
    int kills,
    int suspensions,
    int frontierMoves,
    int fetcherMoves,
    int sharing,
    int requests,
    Gaps gaps,
    Delivered delivered,
    Map<String, String> standing) {

  private static final int EXAMPLES = 5;

  boolean good() {
    return gaps.tooShort().isEmpty()
        && gaps.forbidden().isEmpty()
        && delivered.missing().isEmpty()
        && delivered.doubled().isEmpty()
        && delivered.unexpected().isEmpty();
  }

  void print() {
    row("hosts", size.hosts());
    row("crawlers", size.crawlers());
    row("requests", requests);
    row("kills", kills);
    row("suspensions", suspensions);
    row("partitions of the frontier that moved", frontierMoves);
    row("partitions of the fetchers that moved", fetcherMoves);
    row("crawlers that share the keys in the end", sharing);
    row("shortest gap less what was asked, ms", "%.1f".formatted(gaps.shortest().toNanos() / 1e6));
    row("gaps shorter than asked", gaps.tooShort().size());
    row("requests against robots.txt", gaps.forbidden().size());
    row("ads seeded", delivered.seeded());
    row("ads missing", delivered.missing().size());
    row("ads published more than once", delivered.doubled().size());
    row("ads that should not be there", delivered.unexpected().size());
    examples(gaps.tooShort());
    examples(gaps.forbidden());
    examples(delivered.missing());
    delivered.missing().stream()
        .map(ad -> ad.substring(0, ad.indexOf(':')))
        .distinct()
        .limit(EXAMPLES)
        .forEach(site -> System.out.println(site + " stands " + standing.get(site)));
    examples(delivered.doubled());
    examples(delivered.unexpected());
  }

  private static void row(String what, Object value) {
    System.out.printf("| %-40s | %10s |%n", what, value);
  }

  private static void examples(List<String> wrong) {
    wrong.stream().limit(EXAMPLES).forEach(System.out::println);
  }
}
