package org.maraude.dashboard.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Beside which rules a word stands. */
class TermTest {

  private static final Term TOURING =
      new Term(
          new UUID(0, 1),
          "tournée",
          "touring",
          "De courts séjours.",
          "Short stays.",
          "OCRTEH",
          null,
          List.of("movement"),
          1);

  @Test
  void aWordStandsBesideTheRulesOfItsIndicator() {
    assertThat(TOURING.beside("movement", List.of())).isTrue();
    assertThat(TOURING.beside("management", List.of())).isFalse();
  }

  @Test
  void aWordStandsBesideARuleWhoseWordsHoldItWhateverItsAccentsAndCapitals() {
    assertThat(TOURING.beside("spam", List.of("Une TOURNEE dans l’Ouest"))).isTrue();
    assertThat(TOURING.beside("spam", List.of("", "Somebody touring"))).isTrue();
    assertThat(TOURING.beside("spam", List.of("Des tournées", "detouring"))).isFalse();
  }
}
