package org.maraude.standalone.demo.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingNumbersTest {

  private final FictionNumber number = new FictionNumber("0639981201");

  @ParameterizedTest
  @CsvSource({
    "00, zéro zéro",
    "06, zéro six",
    "10, dix",
    "17, dix-sept",
    "21, vingt et un",
    "39, trente-neuf",
    "60, soixante",
    "71, soixante et onze",
    "75, soixante-quinze",
    "80, quatre-vingts",
    "81, quatre-vingt-un",
    "91, quatre-vingt-onze",
    "98, quatre-vingt-dix-huit"
  })
  void pairsAreSpokenAsInFrance(String pair, String spoken) {
    assertThat(NumberWords.ofPair(pair, Language.FRENCH)).isEqualTo(spoken);
  }

  @Test
  void aNumberOutsideTheFictionRangesIsRefused() {
    assertThatThrownBy(() -> new FictionNumber("0612345678"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reserved for fiction");
  }

  @Test
  void everyRankUpToTenThousandHasAMobileNumberOfItsOwn() {
    assertThat(IntStream.range(0, 10_000).mapToObj(FictionNumber::mobile).distinct())
        .hasSize(10_000);
  }

  @Test
  void everyDisguiseHidesTheNumberFromAPlainReading() {
    for (Disguise disguise : Disguise.values()) {
      assertThat(disguise.write(number, Language.FRENCH, new SplittableRandom(1)))
          .as(disguise.name())
          .doesNotContainPattern("0[ .]?6[ .]?3[ .]?9[ .]?9[ .]?8");
    }
  }

  @Test
  void wordsGiveEachPair() {
    assertThat(Disguise.WORDS.write(number, Language.FRENCH, new SplittableRandom(1)))
        .isEqualTo("zéro six trente-neuf quatre-vingt-dix-huit douze zéro un");
  }
}
