package org.maraude.analyzer.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rules and texts that meet often, from a seed. */
final class RandomRules {

  private static final List<String> DISGUISED =
      List.of("n o t r e", "n.o.t.r.e", "no-tre", "n0tre", "nоtre", "n*o*tre", "n\u200Botre");
  private static final List<String> BETWEEN =
      List.of(" ", " ", " ", " ", " ", " ", ", ", ". ", " - ", "-", ".", "  ", " (", "\n");

  private final Random random;
  private final List<String> words;

  /**
   * @param vocabulary how many words there are; few make the hard cases: words repeated within a
   *     phrase, clauses that overlap, guards within hits
   */
  RandomRules(long seed, int vocabulary) {
    this.random = new Random(seed);
    this.words =
        IntStream.range(0, vocabulary)
            .mapToObj(number ->
                number == 0 ? "notre" : "mot" + (char) ('a' + number % 26) + suffix(number))
            .toList();
  }

  private static String suffix(int number) {
    return number < 26 ? "" : suffix(number / 26 - 1) + (char) ('a' + number / 26 % 26);
  }

  List<Rule> rules(int count) {
    return IntStream.range(0, count).mapToObj(number -> rule("rule-" + number)).toList();
  }

  private Rule rule(String id) {
    var any = clauses("any-", random.nextInt(4));
    var all = clauses("all-", any.isEmpty() ? 1 + random.nextInt(2) : random.nextInt(4) / 3);
    var none = IntStream.range(0, random.nextInt(3)).mapToObj(number -> guard()).toList();
    Match.@Nullable Subject subject = random.nextInt(4) == 0 ? Match.Subject.ADVERTISER : null;
    var nothing = new Rule.Wording("a", "a");
    return new Rule(
        id,
        1,
        Indicator.MANAGEMENT,
        Level.B_PLUS,
        0.1,
        List.of("fr"),
        nothing,
        nothing,
        "a",
        nothing,
        new Match.OnWords(any, all, none, subject),
        new Rule.Examples(List.of(), List.of()),
        new Rule.Where("random.yaml", 1));
  }

  private List<Match.WordClause> clauses(String name, int count) {
    var clauses = new ArrayList<Match.WordClause>();
    for (int number = 1; number <= count; number++) {
      // The reader refuses one phrase twice in a near.
      var phrases =
          IntStream.range(0, 2 + random.nextInt(2)).mapToObj(each -> terms(2)).distinct().toList();
      clauses.add(
          phrases.size() > 1 && random.nextInt(3) == 0
              ? new Match.Near(name + number, phrases, random.nextInt(6))
              : new Match.Phrase(name + number, terms(4)));
    }
    return clauses;
  }

  private Match.Guard guard() {
    return new Match.Guard(
        terms(2),
        switch (random.nextInt(3)) {
          case 0 -> new Match.Anywhere();
          case 1 -> new Match.Before(1 + random.nextInt(5));
          default -> new Match.Within(1 + random.nextInt(4));
        });
  }

  private List<String> terms(int most) {
    return IntStream.rangeClosed(0, random.nextInt(most)).mapToObj(each -> word()).toList();
  }

  private String word() {
    return words.get(random.nextInt(words.size()));
  }

  String text(int most) {
    var text = new StringBuilder();
    for (int left = random.nextInt(most + 1); left > 0; left--) {
      boolean rare = random.nextInt(12) == 0;
      text.append(
          !rare
              ? word()
              : random.nextBoolean() ? "vous" : DISGUISED.get(random.nextInt(DISGUISED.size())));
      text.append(BETWEEN.get(random.nextInt(BETWEEN.size())));
    }
    return text.toString();
  }
}
