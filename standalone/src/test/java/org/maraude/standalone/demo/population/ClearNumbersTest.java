package org.maraude.standalone.demo.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ClearNumbersTest {

  @Test
  void everyDisguiseInEveryLanguageIsFound() {
    var random = new Random(1);
    for (var language : Language.values()) {
      for (var disguise : Disguise.values()) {
        for (int rank = 0; rank < 50; rank++) {
          for (var number :
              new FictionNumber[] {FictionNumber.mobile(rank), FictionNumber.landline(rank)}) {
            var written = disguise.write(number, language, random);
            assertThat(ClearNumbers.in("{\"body\":\"Tel " + written + ".\"}"))
                .as("%s %s %s", language, disguise, written)
                .isPresent();
          }
        }
      }
    }
  }

  @Test
  void plainFormsAreFoundAndSealsMasksAndHashesAreNot() {
    assertThat(ClearNumbers.in("\"+33639981234\"")).isPresent();
    assertThat(ClearNumbers.in("0033 6 39 98 12 34")).isPresent();
    assertThat(ClearNumbers.in("06.39.98.12.34")).isPresent();
    assertThat(ClearNumbers.in("06 •• •• •• 34, a06399812340, 9063998123, 0639981")).isEmpty();
  }
}
