package org.maraude.analyzer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnalyzedTextTest {

  private static List<String> terms(String text) {
    return AnalyzedText.of(text).tokens().stream().map(Token::term).toList();
  }

  private static String under(String text, String term) {
    return AnalyzedText.of(text).tokens().stream()
        .filter(token -> token.term().equals(term))
        .map(token -> text.substring(token.start(), token.end()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void accentsCaseAndWidthDoNotMatter() {
    assertThat(terms("Été ÉQUIPE ｎｏｔｒｅ e\u0301quipe 𝓷𝓸𝓽𝓻𝓮"))
        .containsExactly("ete", "equipe", "notre", "equipe", "notre");
  }

  @Test
  void smallWordsStayAndNothingIsStemmed() {
    assertThat(terms("Nouvelle en ville, new in town"))
        .containsExactly("nouvelle", "en", "ville", "new", "in", "town");
  }

  @Test
  void articlesAreElidedButIAndMeStay() {
    assertThat(terms("l’agence, d'abord, j'ai, m’appelle"))
        .containsExactly("agence", "abord", "j'ai", "m'appelle");
  }

  @Test
  void theWordUnderAMarkIsTheWordMeant() {
    assertThat(under("👩‍👩‍👧 bonjour 🌺 ÉQUIPE !", "equipe")).isEqualTo("ÉQUIPE");
    assertThat(under("🇫🇷🇫🇷 ｎｏｔｒｅ équipe", "notre")).isEqualTo("ｎｏｔｒｅ");
    assertThat(under("un 𝓷𝓸𝓽𝓻𝓮 deux", "notre")).isEqualTo("𝓷𝓸𝓽𝓻𝓮");
    assertThat(under("avant e\u0301quipe après", "equipe")).isEqualTo("e\u0301quipe");
  }

  @Test
  void whatNobodySeesHidesNothing() {
    assertThat(under("a no\u200Bt\u00ADre\uFE0F b", "notre")).startsWith("no\u200Bt\u00ADre");
    assertThat(terms("\u200B\u200B")).isEmpty();
  }

  @Test
  void aSentencesEndKeepsWordsApart() {
    var tokens = AnalyzedText.of("Avec notre. Équipe").tokens();
    assertThat(tokens.getLast().position() - tokens.get(1).position())
        .isEqualTo(AnalyzedText.SENTENCE_GAP);
  }

  @Test
  void aClauseThatAddressesTheClientIsKnown() {
    var text = "Je suis calme, vous êtes sérieux. Messieurs polis. Je suis sérieuse.";
    var analyzed = AnalyzedText.of(text);
    assertThat(analyzed.addressesClientAt(text.indexOf("calme"))).isFalse();
    assertThat(analyzed.addressesClientAt(text.indexOf("sérieux"))).isTrue();
    assertThat(analyzed.addressesClientAt(text.indexOf("polis"))).isTrue();
    assertThat(analyzed.addressesClientAt(text.indexOf("sérieuse"))).isFalse();
  }

  @Test
  void noMarkEverSplitsALetter() {
    var random = new Random(20261123);
    var letters =
        List.of(
            "a",
            "é",
            "e\u0301",
            "👩‍👩‍👧",
            "𝓷",
            "ｎ",
            " ",
            "'",
            "\u200B",
            "0️⃣",
            ".",
            "\n",
            "ß",
            "İ",
            "ﬁ",
            "\uD83C");
    for (int round = 0; round < 3000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(letters.get(random.nextInt(letters.size())));
      }
      int last = 0;
      for (var token : AnalyzedText.of(text.toString()).tokens()) {
        assertThat(token.start()).isBetween(last, token.end());
        assertThat(token.end()).isLessThanOrEqualTo(text.length());
        assertThat(splitsPair(text, token.start())).isFalse();
        assertThat(splitsPair(text, token.end())).isFalse();
        last = token.start();
      }
    }
  }

  private static boolean splitsPair(CharSequence text, int at) {
    return at > 0
        && at < text.length()
        && Character.isHighSurrogate(text.charAt(at - 1))
        && Character.isLowSurrogate(text.charAt(at));
  }
}
