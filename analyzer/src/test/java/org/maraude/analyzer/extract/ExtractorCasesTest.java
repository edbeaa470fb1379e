package org.maraude.analyzer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.assessment.ContactKind;

/** Every line of the case files. */
class ExtractorCasesTest {

  private static final Extractor EXTRACTOR = Extractor.create();

  private static Extraction read(String text) {
    return EXTRACTOR.extract(Cases.ad(text));
  }

  private static String orNone(String found) {
    return found.isEmpty() ? "none" : found;
  }

  private static Stream<Arguments> arguments(String file) {
    return Cases.of(file).map(row -> Arguments.of((Object[]) row));
  }

  static Stream<Arguments> phones() {
    return arguments("phones.csv");
  }

  @ParameterizedTest(name = "{3}: {0}")
  @MethodSource("phones")
  void aPhoneIsReadWithItsDisguiseTold(String text, String number, String form, String about) {
    List<FoundContact> found = read(text).contacts();
    assertThat(found)
        .as(about)
        .extracting(FoundContact::value)
        .containsExactly(number.split(" ", -1));
    if (!form.equals("any")) {
      assertThat(found)
          .as(about)
          .allSatisfy(c -> assertThat(c.obfuscated()).isEqualTo(form.equals("hidden")));
    }
  }

  static Stream<Arguments> noPhones() {
    return arguments("no-phones.csv");
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("noPhones")
  void otherFiguresAreNoPhones(String text, String about) {
    assertThat(read(text).contacts())
        .as(about)
        .filteredOn(contact -> contact.kind() == ContactKind.PHONE)
        .isEmpty();
  }

  static Stream<Arguments> ages() {
    return arguments("ages.csv");
  }

  @ParameterizedTest(name = "{2}: {0}")
  @MethodSource("ages")
  void agesAreTheAdvertisersOnly(String text, String ages, String about) {
    String found =
        read(text).facts().ages().stream()
            .map(age -> String.valueOf(age.value()))
            .collect(Collectors.joining(" "));
    assertThat(orNone(found)).as(about).isEqualTo(ages);
  }

  static Stream<Arguments> prices() {
    return arguments("prices.csv");
  }

  @ParameterizedTest(name = "{2}: {0}")
  @MethodSource("prices")
  void pricesComeWithTheirDuration(String text, String prices, String about) {
    String found =
        read(text).facts().prices().stream()
            .map(p ->
                p.amount() + " " + p.currency() + " " + (p.minutes() == null ? "-" : p.minutes()))
            .collect(Collectors.joining(", "));
    assertThat(orNone(found)).as(about).isEqualTo(prices);
  }

  static Stream<Arguments> handles() {
    return arguments("handles.csv");
  }

  @ParameterizedTest(name = "{2}: {0}")
  @MethodSource("handles")
  void handlesMailsAndLinksAreRead(String text, String contact, String about) {
    ObservedAd ad = Cases.ad(text);
    String found =
        EXTRACTOR.extract(ad).contacts().stream()
            .map(c -> c.kind() + " " + c.value())
            .collect(Collectors.joining(", "));
    assertThat(orNone(found)).as(about).isEqualTo(contact);
  }
}
