package org.maraude.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class SpeechTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "fr, 44, Loire-Atlantique (44)",
    "en, 44, Loire-Atlantique (44)",
    "fr, 2A, Corse-du-Sud (2A)",
    "fr, 00, Département 00",
    "en, 00, Department 00"
  })
  void aDepartmentHasItsNameAndWhereTheListHasNoneItsNumber(
      String language, String code, String said) {
    assertThat(in(language).departement(code)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"fr, Département non indiqué", "en, Department not given"})
  void anUnknownPlaceIsCalledSo(String language, String said) {
    assertThat(in(language).departement("?")).isEqualTo(said);
    assertThat(in(language).departement(null)).isEqualTo(said);
  }

  private static Speech in(String language) {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    return new Speech(messages, Locale.of(language), CLOCK);
  }
}
