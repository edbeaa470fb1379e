package org.maraude.analyzer.extract.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickPatternTest {

  private static final List<String> TEXT =
      List.of(
          "a", "b", "c", "A", "1", "2", " ", "\n", ".", "-", "'", "\u2019", "(", "@", "é", "\u00A0",
          "😀", "ab", "abc", "\u0301");

  private static final List<String> PARTS =
      List.of(
          "a",
          "b",
          "c",
          "1",
          " ",
          "é",
          "😀",
          "\\.",
          "-",
          "\\d",
          "\\s",
          "\\p{L}",
          "\\P{L}",
          "\\b",
          "\\S",
          ".",
          "[ab]",
          "[a-c1]",
          "[^a]",
          "[\\s.-]",
          "[é'’]",
          "(?<!a)",
          "(?<=b)",
          "(?=c)",
          "(?![ab])",
          "abc",
          "['’]");

  private static final List<String> REPEATED =
      List.of("", "", "", "", "?", "*", "+", "{0,2}", "{2}", "{1,5}", "??", "{2,4}?", "++", "?+");

  @Test
  void findsWhatThePatternFindsWhateverTheExpression() {
    Random random = new Random(20261125);
    int tried = 0;
    int found = 0;
    while (tried < 1_500) {
      String expression = alternatives(random, 2);
      QuickPattern quick;
      try {
        quick = QuickPattern.compile(expression);
      } catch (IllegalArgumentException matchesNothing) {
        continue;
      }
      tried++;
      Pattern pattern = Pattern.compile(expression);
      for (int i = 0; i < 20; i++) {
        String text = text(random);
        List<String> all = all(pattern, text);
        assertThat(all(quick, text)).as("%s in «%s»", expression, text).isEqualTo(all);
        assertThat(quick.isIn(text)).isEqualTo(!all.isEmpty());
        assertThat(quick.begins(text)).isEqualTo(pattern.matcher(text).lookingAt());
        found += all.size();
      }
    }
    assertThat(found).isGreaterThan(5_000);
  }

  @Test
  void aMatchMustEndBeforeTheLimitAndSeesWhatStandsThere() {
    QuickPattern quick = QuickPattern.compile("ab{1,3}(?![a-z])");

    assertThat(quick.find("xabbb", 0, 3)).isNull();
    assertThat(quick.find("xab b", 0, 3)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a?", "\\b", "(?:a|)", "(?=a)", "^$"})
  void anExpressionThatMatchesWhereNothingStandsIsRefused(String expression) {
    assertThatThrownBy(() -> QuickPattern.compile(expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?i)a", "[a&&[b]]", "\\ka", "\\Ba"})
  void whatTheReaderDoesNotKnowIsRefused(String expression) {
    assertThatThrownBy(() -> ExpressionReader.beginnings(expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot tell how matches begin");
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      text.append(TEXT.get(random.nextInt(TEXT.size())));
    }
    return text.toString();
  }

  private static String alternatives(Random random, int depth) {
    StringBuilder expression = new StringBuilder(sequence(random, depth));
    for (int more = random.nextInt(3); more > 0; more--) {
      expression.append('|').append(sequence(random, depth));
    }
    return expression.toString();
  }

  private static String sequence(Random random, int depth) {
    StringBuilder expression = new StringBuilder();
    for (int length = 1 + random.nextInt(3); length > 0; length--) {
      boolean group = depth > 0 && random.nextInt(4) == 0;
      String part =
          group
              ? (random.nextBoolean() ? "(" : "(?:") + alternatives(random, depth - 1) + ")"
              : PARTS.get(random.nextInt(PARTS.size()));
      boolean once = part.startsWith("(?<") || part.startsWith("(?=") || part.startsWith("(?!");
      expression.append(part);
      if (group) {
        // No loop within a loop: the pattern itself would take for ever.
        expression.append(random.nextBoolean() ? "?" : "");
      } else if (!once && !part.equals("\\b") && !part.equals("abc")) {
        expression.append(REPEATED.get(random.nextInt(REPEATED.size())));
      }
    }
    return expression.toString();
  }

  private static List<String> all(Pattern pattern, String text) {
    List<String> all = new ArrayList<>();
    for (Matcher found = pattern.matcher(text); found.find(); ) {
      all.add(found.start() + "-" + found.end());
    }
    return all;
  }

  private static List<String> all(QuickPattern pattern, String text) {
    List<String> all = new ArrayList<>();
    for (Matcher found = pattern.find(text, 0);
        found != null;
        found = pattern.find(text, found.end())) {
      all.add(found.start() + "-" + found.end());
    }
    return all;
  }
}
