package org.maraude.analyzer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maraude.events.assessment.ContactKind;

/**
 * Counts over all case files, each read for phones and for ages: also where neither is the topic.
 */
class ExtractorQualityTest {

  private static final List<String> FILES =
      List.of("phones.csv", "no-phones.csv", "ages.csv", "prices.csv", "handles.csv");

  private final Extractor extractor = Extractor.create();

  private record Counts(int right, int wrong, int missed) {

    double precision() {
      return right / (double) (right + wrong);
    }

    double recall() {
      return right / (double) (right + missed);
    }

    void print(String what) {
      System.out.printf(
          Locale.ROOT,
          "%s: precision %.3f, recall %.3f (%d right, %d wrong, %d missed)%n",
          what,
          precision(),
          recall(),
          right,
          wrong,
          missed);
    }
  }

  private Counts count(
      Function<String[], Set<String>> expected, Function<Extraction, Set<String>> read) {
    int right = 0;
    int wrong = 0;
    int missed = 0;
    for (String file : FILES) {
      for (String[] row : Cases.of(file).toList()) {
        String[] named = Stream.concat(Stream.of(file), Stream.of(row)).toArray(String[]::new);
        Set<String> wanted = expected.apply(named);
        Set<String> found = read.apply(extractor.extract(Cases.ad(row[0])));
        right += (int) found.stream().filter(wanted::contains).count();
        wrong += (int) found.stream().filter(each -> !wanted.contains(each)).count();
        missed += (int) wanted.stream().filter(each -> !found.contains(each)).count();
      }
    }
    return new Counts(right, wrong, missed);
  }

  @Test
  void phonesAreReadWithPrecisionAndRecallOfNinetyFivePercent() {
    Counts counts =
        count(
            row ->
                row[0].equals("phones.csv")
                    ? Set.of(row[2])
                    : row[1].startsWith("06 39 98 12 04") ? Set.of("+33639981204") : Set.of(),
            read ->
                read.contacts().stream()
                    .filter(contact -> contact.kind() == ContactKind.PHONE)
                    .map(FoundContact::value)
                    .collect(Collectors.toSet()));
    counts.print("phones");
    assertThat(counts.precision()).isGreaterThanOrEqualTo(0.95);
    assertThat(counts.recall()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void agesAreReadWithPrecisionAndRecallOfNinetyFivePercent() {
    Set<String> withAges = Set.of("22 ans, 1m70, 06 39 98 12 04", "90 60 90, 1.70 m, 22 ans");
    Counts counts =
        count(
            row -> {
              if (row[0].equals("ages.csv")) {
                return row[2].equals("none") ? Set.of() : Set.of(row[2].split(" ", -1));
              }
              boolean age = withAges.contains(row[1]) || row[1].contains("vingt-deux ans");
              return age || row[1].equals("22 ans, 1m70") ? Set.of("22") : Set.of();
            },
            read ->
                read.facts().ages().stream()
                    .map(age -> String.valueOf(age.value()))
                    .collect(Collectors.toSet()));
    counts.print("ages");
    assertThat(counts.precision()).isGreaterThanOrEqualTo(0.95);
    assertThat(counts.recall()).isGreaterThanOrEqualTo(0.95);
  }
}
