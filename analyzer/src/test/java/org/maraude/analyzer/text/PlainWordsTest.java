package org.maraude.analyzer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The chain is the oracle: the quick way gives its words and offsets, whatever the text. */
class PlainWordsTest {

  private static final List<String> AROUND =
      List.of(
          "%s",
          "a%s", "%sa", "a%sa", "1%s1", "a%s1", "_%s_", "é%s é", "l'a%s", "l%sa", " %s a", "1%s.2");

  private static final String[] PIECES = {
    "a",
    "b",
    "Z",
    "é",
    "À",
    "œ",
    "ß",
    "ș",
    "ı",
    "ŉ",
    "ª",
    "1",
    "2",
    "09",
    " ",
    " ",
    "\n",
    "\t",
    "\u00A0",
    "_",
    "__",
    ".",
    ",",
    ":",
    ";",
    "'",
    "\u2019",
    "\u2018",
    "l'",
    "D\u2019",
    "qu'",
    "jusqu'",
    "j'",
    "\u00B7",
    "-",
    "\u2013",
    "€",
    "\"",
    "«",
    "\u2026",
    "*",
    "#",
    "©",
    "\u00AD",
    "\u200B",
    "\uFE0F",
    "\u20E3",
    "\u0301",
    "😀",
    "👩\u200D🦰",
    "🅰",
    "Ａ",
    "а",
    "漢",
    "ア",
    "א",
    "ก",
    "\u0000",
    "\u0085",
    "\u2028",
    "\u3000",
    "\uFFFD",
    "½",
    "²",
    "µ",
    "word",
    "mot"
  };

  @Test
  void readsEveryCharacterOfTheFirstBlocksAsTheChainDoes() {
    for (char unit = 0; unit < 0x3100; unit++) {
      for (var around : AROUND) {
        check(around.formatted(unit));
      }
    }
  }

  @Test
  void readsRandomTextAsTheChainDoes() {
    var random = new Random(20261125);
    for (int i = 0; i < 60_000; i++) {
      var text = new StringBuilder();
      for (int pieces = random.nextInt(14); pieces > 0; pieces--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      check(text.toString());
    }
  }

  @Test
  void readsLongWordsAsTheChainDoes() {
    for (int length = 190; length < 530; length++) {
      check("un " + "a".repeat(length) + " deux");
      check("é".repeat(length / 2) + "_" + "1".repeat(length / 2) + ".5");
    }
  }

  private static void check(String text) {
    var expected = WordChain.read(text);
    var read = PlainWords.of(text);
    if (!read.equals(expected)) {
      assertThat(read).as("code points " + text.codePoints().boxed().toList()).isEqualTo(expected);
    }
  }
}
