package org.maraude.dashboard.linked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // What changes lies between words that all have.
        "je suis Lina à Nantes / je suis Mia à Nantes; je suis [Lina|Mia] à Nantes",
        // Nothing in one of them is a filling too.
        "bonjour à tous / bonjour; bonjour [à tous|]",
        // A third text takes away what only two share.
        "a b c / a b d / a x c; a [b c|b d|x c]",
        // The same words are no slot.
        "même texte / même texte; même texte",
        // Nothing in common is one slot.
        "un / deux; [un|deux]",
      })
  void wordsThatAllHaveAreFixedAndTheRestAreSlots(String texts, String shown) {
    assertThat(shown(List.of(texts.split(" / ")))).isEqualTo(shown);
  }

  private static String shown(List<String> texts) {
    return Slots.of(texts).parts().stream()
        .map(part ->
            part.fillings().isEmpty()
                ? part.fixed()
                : "[" + String.join("|", part.fillings()) + "]")
        .collect(Collectors.joining(" "));
  }

  @Test
  void aHostileTextCostsLittle() {
    var one = "a ".repeat(100_000) + "x".repeat(1_000_000);
    var slots =
        assertTimeout(
            Duration.ofSeconds(20), () -> Slots.of(Collections.nCopies(200, one + " " + one)));
    assertThat(slots.parts()).hasSize(1);
    assertThat(slots.parts().getFirst().fixed().length()).isLessThan(25_000);
  }
}
