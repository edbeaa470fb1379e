package org.maraude.analyzer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maraude.events.assessment.ContactKind;

/**
 * Precision and recall over the case files, printed for each kind: those that the readers were
 * written with, those under {@code apart/} that were written before and not used to tune them, and
 * those under {@code unseen/}, {@code fourth/}, {@code fifth/} and {@code sixth/} by people who had
 * seen none of it; their head lines tell what was read of them at first, before what they showed
 * was mended.
 */
class ExtractorQualityTest {

  private static CaseFigures printed(CaseFigures figures) {
    System.out.println(figures.line());
    figures.misread().forEach(each -> System.out.println("    " + each));
    return figures;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "apart/", "unseen/", "fourth/"})
  void plainAndHiddenPhonesAreRead(String folder) {
    String file = folder + "phones.csv";
    CaseFigures plain =
        printed(CaseFigures.phones(folder + "phones, plain", file, row -> row[2].equals("plain")));
    CaseFigures hidden =
        printed(
            CaseFigures.phones(folder + "phones, hidden", file, row -> !row[2].equals("plain")));
    assertThat(plain.recall()).isGreaterThanOrEqualTo(0.97);
    assertThat(hidden.recall()).isGreaterThanOrEqualTo(0.9);
    assertThat(plain.precision()).isGreaterThanOrEqualTo(0.97);
    assertThat(hidden.precision()).isGreaterThanOrEqualTo(0.97);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "apart/", "unseen/", "fourth/"})
  void atMostOneInSixtyOtherFiguresIsTakenForAPhone(String folder) {
    CaseFigures figures =
        printed(CaseFigures.phones(folder + "no phones", folder + "no-phones.csv", row -> true));
    assertThat(figures.wrong() * 60).isLessThanOrEqualTo(figures.cases() + 59);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "apart/", "unseen/", "fourth/", "fifth/", "sixth/"})
  void agesAreRightInNineteenOfTwenty(String folder) {
    assertThat(printed(CaseFigures.ages(folder + "ages", folder + "ages.csv")).accuracy())
        .isGreaterThanOrEqualTo(0.95);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "apart/", "unseen/"})
  void pricesAndNamesAreRightInNineOfTen(String folder) {
    assertThat(printed(CaseFigures.prices(folder + "prices", folder + "prices.csv")).accuracy())
        .isGreaterThanOrEqualTo(0.9);
    assertThat(printed(CaseFigures.handles(folder + "handles", folder + "handles.csv")).accuracy())
        .isGreaterThanOrEqualTo(0.9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ages.csv", "prices.csv"})
  void noAgeAndNoPriceIsTakenForAPhone(String file) {
    Extractor extractor = Extractor.create();
    List<String> phones =
        Cases.of(file)
            .map(row -> row[0])
            .filter(text -> !text.contains("39 98"))
            .flatMap(text -> extractor.extract(Cases.ad(text)).contacts().stream())
            .filter(contact -> contact.kind() == ContactKind.PHONE)
            .map(FoundContact::value)
            .toList();
    assertThat(phones).isEmpty();
  }
}
