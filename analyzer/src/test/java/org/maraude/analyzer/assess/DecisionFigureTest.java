package org.maraude.analyzer.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class DecisionFigureTest {

  @Test
  void figuresAreWrittenAsAFormatterWritesThem() {
    for (int thousandths = -12_000; thousandths <= 12_000; thousandths++) {
      double value = thousandths / 1000.0;

      assertThat(Decision.figure(value)).isEqualTo(String.format(Locale.ROOT, "%.2f", value));
    }
  }
}
