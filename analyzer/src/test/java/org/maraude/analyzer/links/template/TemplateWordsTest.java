package org.maraude.analyzer.links.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maraude.events.assessment.Span;

class TemplateWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Accents are kept, case and punctuation are not.
        "Été, CAFÉ offert ! | été café offert",
        // An accent on its own sign is the same word.
        "Ete\u0301 | eté",
        // Figures are slots, written in one piece or in five.
        "150 € ou 80 | # ou #",
        "06 12 34 | #",
        // Other scripts stay; those without spaces give a word a sign.
        "Привет мир | привет мир",
        "مرحبا بك | مرحبا بك",
        "您好 café | 您 好 café",
        "สวัส | ส วั ส",
        // Full-width, circled and mathematical letters are letters.
        "ＣＡＦÉ 𝐜𝐚𝐟é ⓒafé | café café café",
        // Emoji are words; skin tones and joiners are not.
        "Bonjour👋🏽ici ☎️ | bonjour 👋 ici ☎",
        // Invisible signs hide nothing.
        "bon\u200bjour | bonjour",
        "١٢٣ rue | # rue",
      })
  void aTextIsReadAsItsCopiesShareIt(String text, String expected) {
    assertThat(terms(TemplateWords.of(text, List.of()))).isEqualTo(expected);
  }

  @Test
  void aContactIsASlotAndItsMaskIsNotRead() {
    var words =
        TemplateWords.of("Tel 06 ** ** ** 04 merci", List.of(new Span(Span.Field.BODY, 4, 18)));
    assertThat(terms(words)).isEqualTo("tel @ merci");
  }

  @Test
  void offsetsAreThoseOfTheTextAsGiven() {
    var text = "Ｃafé 👋 bon\u200bjour";
    for (var word : TemplateWords.of(text, List.of())) {
      assertThat(text.substring(word.start(), word.end())).doesNotContain(" ").isNotEmpty();
    }
  }

  private static String terms(List<TemplateWord> words) {
    return String.join(" ", words.stream().map(TemplateWord::term).toList());
  }
}
