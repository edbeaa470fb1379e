package org.maraude.analyzer.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WellFormedTest {

  @Test
  void whatUtf8CannotHoldIsReplacedUnitForUnit() {
    assertThat(WellFormed.of("a\uD83Cb\uDF3Ac\0d")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
    assertThat(WellFormed.of("\uDF3A\uD83C")).isEqualTo("\uFFFD\uFFFD");
  }

  @Test
  void whatIsWellFormedStaysAsItIs() {
    assertThat(WellFormed.of("été 🌺 ok")).isEqualTo("été 🌺 ok");
  }
}
