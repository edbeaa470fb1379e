package org.maraude.analyzer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.maraude.events.assessment.ContactKind;

/** What a reader got right, wrong and not at all over a file of cases. */
record CaseFigures(String what, int cases, int right, int wrong, int missed, List<String> misread) {

  double precision() {
    return right + wrong == 0 ? 1 : right / (double) (right + wrong);
  }

  double recall() {
    return right + missed == 0 ? 1 : right / (double) (right + missed);
  }

  /** The share of cases read exactly as expected. */
  double accuracy() {
    return 1 - misread.size() / (double) cases;
  }

  /** One line for the build's log. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%-28s %4d cases: accuracy %.3f, precision %.3f, recall %.3f (%d right, %d wrong, %d missed)",
        what,
        cases,
        accuracy(),
        precision(),
        recall(),
        right,
        wrong,
        missed);
  }

  /** Counts over the rows that are asked for; what to read and what to expect come in words. */
  static CaseFigures of(
      String what,
      Stream<String[]> rows,
      BiFunction<Extraction, String[], List<String>> found,
      java.util.function.Function<String[], List<String>> expected) {
    Extractor extractor = Extractor.create();
    int cases = 0;
    int right = 0;
    int wrong = 0;
    int missed = 0;
    List<String> misread = new ArrayList<>();
    for (String[] row : rows.toList()) {
      cases++;
      List<String> wanted = expected.apply(row);
      List<String> read = found.apply(extractor.extract(Cases.ad(row[0])), row);
      List<String> left = new ArrayList<>(wanted);
      int hits = (int) read.stream().filter(left::remove).count();
      right += hits;
      wrong += read.size() - hits;
      missed += wanted.size() - hits;
      if (!read.equals(wanted)) {
        misread.add(row[0] + " -> " + read + " for " + wanted);
      }
    }
    return new CaseFigures(what, cases, right, wrong, missed, misread);
  }

  static CaseFigures phones(String what, String file, Predicate<String[]> rows) {
    return of(
        what,
        Cases.of(file).filter(rows),
        (read, row) ->
            read.contacts().stream()
                .filter(contact -> contact.kind() == ContactKind.PHONE)
                .map(FoundContact::value)
                .toList(),
        row -> row.length < 3 ? List.of() : List.of(row[1].split(" ", -1)));
  }

  static CaseFigures ages(String what, String file) {
    return of(
        what,
        Cases.of(file),
        (read, row) ->
            read.facts().ages().stream().map(age -> String.valueOf(age.value())).toList(),
        row -> row[1].equals("none") ? List.of() : List.of(row[1].split(" ", -1)));
  }

  static CaseFigures prices(String what, String file) {
    return of(
        what,
        Cases.of(file),
        (read, row) ->
            read.facts().prices().stream()
                .map(p ->
                    p.amount()
                        + " "
                        + p.currency()
                        + " "
                        + (p.minutes() == null ? "-" : p.minutes()))
                .toList(),
        row -> row[1].equals("none") ? List.of() : List.of(row[1].split(", ", -1)));
  }

  static CaseFigures handles(String what, String file) {
    return of(
        what,
        Cases.of(file),
        (read, row) ->
            read.contacts().stream()
                .map(contact -> contact.kind() + " " + contact.value())
                .toList(),
        row -> row[1].equals("none") ? List.of() : List.of(row[1]));
  }
}
