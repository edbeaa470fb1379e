package org.maraude.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextEncodingTest {

  private static final String FRENCH =
      "Bonjour, je suis disponible à Besançon près de la gare, l’après-midi et le soir. "
          + "Tarif : 50 €. Réponse rapide, merci de téléphoner dès 10 heures, même le dimanche.";
  private static final String RUSSIAN =
      "Здравствуйте, я живу недалеко от вокзала и свободна после обеда и вечером. "
          + "Звоните, пожалуйста, с десяти часов утра, в том числе по воскресеньям.";
  private static final String POLISH =
      "Dzień dobry, mieszkam blisko dworca i jestem dostępna po południu oraz wieczorem. "
          + "Proszę dzwonić od godziny dziesiątej, także w niedzielę. Chętnie odpowiem na każdą"
          + " wiadomość, również późno.";

  private static String read(byte[] body, String contentType) {
    var page = new Page("https://demo.example/", body, contentType, Instant.EPOCH);
    return Html.parse(page).text();
  }

  private static byte[] page(String head, String text, String charset) {
    return ("<html><head>" + head + "</head><body><p>" + text).getBytes(Charset.forName(charset));
  }

  @ParameterizedTest
  @CsvSource({
    // header, written in: what a header says is believed
    "text/html; charset=utf-8, UTF-8",
    "text/html; charset=\"UTF-8\", UTF-8",
    "text/html; charset=windows-1252, windows-1252",
    // a browser reads these two as windows-1252, which has the euro and the curved quotes
    "text/html;charset=ISO-8859-1, windows-1252",
    "text/html; charset=us-ascii, windows-1252",
    "text/html; charset=iso-8859-15, ISO-8859-15",
    "text/html; charset=utf-16le, UTF-16LE",
  })
  void theHeaderIsBelieved(String header, String charset) {
    var text = charset.equals("ISO-8859-15") ? FRENCH.replace('’', '\'') : FRENCH;
    assertThat(read(page("<meta charset=koi8-r>", text, charset), header)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16BE", "UTF-16LE"})
  void aByteOrderMarkIsBelievedBeforeTheHeader(String charset) {
    var body = page("", "", charset);
    var marked = ("\uFEFF<p>" + FRENCH).getBytes(Charset.forName(charset));
    assertThat(body).isNotEqualTo(marked);
    assertThat(read(marked, "text/html; charset=koi8-r")).isEqualTo(FRENCH);
  }

  @ParameterizedTest
  @CsvSource({
    "<meta charset=windows-1252>, windows-1252",
    "<META CHARSET = ' iso-8859-1 '>, windows-1252",
    "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>, windows-1252",
    "<?xml version='1.0' encoding='windows-1252'?>, windows-1252",
    "<!-- <meta charset=koi8-r> --><meta charset=utf-8>, UTF-8",
    // a meta in a page of single bytes cannot be UTF-16
    "<meta charset=utf-16>, UTF-8",
    // nobody knows it, so the bytes decide
    "<meta charset=nothing>, UTF-8",
  })
  void withoutAHeaderThePageSpeaksForItself(String head, String charset) {
    assertThat(read(page(head, FRENCH, charset), "text/html")).isEqualTo(FRENCH);
    assertThat(read(page(head, FRENCH, charset), "text/html; charset=nothing")).isEqualTo(FRENCH);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "windows-1252"})
  void withoutAnyWordFrenchIsReadByItsBytes(String charset) {
    assertThat(read(page("", FRENCH, charset), "text/html")).isEqualTo(FRENCH);
  }

  @ParameterizedTest
  @CsvSource({"windows-1251", "KOI8-R"})
  void withoutAnyWordRussianIsReadByItsBytes(String charset) {
    assertThat(read(page("", RUSSIAN, charset), "text/html")).isEqualTo(RUSSIAN);
  }

  @Test
  void withoutAnyWordPolishIsReadByItsBytes() {
    assertThat(read(page("", POLISH, "ISO-8859-2"), "text/html")).isEqualTo(POLISH);
  }

  @Test
  void theBytesThatDecideAreFoundBehindALongHead() {
    var head = "<style>" + "a{color:red}".repeat(5000) + "</style>";
    assertThat(read(page(head, FRENCH, "windows-1252"), "text/html")).isEqualTo(FRENCH);
  }

  @Test
  void aFewLettersAreReadAsIsUsual() {
    assertThat(read(page("", "caf\u00e9 \u00e0 10 h", "windows-1252"), "text/html"))
        .isEqualTo("café à 10 h");
    assertThat(TextEncoding.of(new byte[0], null)).isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void aPageThatIsNotWhatItsHeaderSaysIsUndecodable() {
    var body = page("", "é".repeat(100), "windows-1252");
    var page = new Page("https://demo.example/", body, "text/html; charset=utf-8", Instant.EPOCH);
    assertThat(Html.undecodable(Html.parse(page))).isTrue();
  }
}
