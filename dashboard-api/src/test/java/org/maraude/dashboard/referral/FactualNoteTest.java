package org.maraude.dashboard.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maraude.dashboard.pages.RuleWords;
import org.maraude.dashboard.pages.Speech;
import org.maraude.dashboard.queue.ClaimState;
import org.maraude.dashboard.queue.ItemPage;
import org.maraude.dashboard.queue.ItemStatus;
import org.maraude.dashboard.review.Outcome;
import org.maraude.dashboard.review.QueueKind;
import org.maraude.events.assessment.ContactKind;
import org.maraude.events.assessment.Links;
import org.maraude.events.assessment.Signal;
import org.springframework.context.support.ResourceBundleMessageSource;

class FactualNoteTest {

  private static final Instant FLAGGED = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant NOW = Instant.parse("2026-03-02T13:12:00Z");

  private static FactualNote note(String language, String place, String words, int weight) {
    var sign =
        new ItemPage.SignalCard(
            1, "age-below-18", "age-stated", 2, Signal.Group.FACT, weight, null, List.of(words));
    var item =
        new ItemPage(
            UUID.nameUUIDFromBytes(new byte[] {1}),
            "demo-a:1",
            QueueKind.MINOR,
            ItemStatus.WAITING,
            "demo-a",
            "https://demo-a.example.org/1",
            FLAGGED,
            Duration.between(FLAGGED, NOW),
            FLAGGED,
            null,
            null,
            place,
            "44",
            null,
            "fr",
            0.62,
            1,
            "3f9a61c2d4",
            List.of(),
            List.of(),
            weight < 0 ? List.of() : List.of(sign),
            weight < 0 ? List.of(sign) : List.of(),
            List.of(),
            List.of(),
            List.of(17),
            new Links("group-1", 7, 3, 4, null, 1, 0),
            List.of(
                new ItemPage.MaskedContact(ContactKind.PHONE, "token-1", "06 ** ** ** 04", true)),
            new ClaimState(false, null, 0, null),
            false,
            List.of(),
            List.of(),
            List.of(),
            List.of());
    var rules =
        Map.of(
            "age-stated",
            new RuleWords(
                "An age below 18 is written", "A typo", "", "Law of 4 March 2002", "legal"));
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    var say = new Speech(messages, Locale.of(language), Clock.fixed(NOW, ZoneOffset.UTC));
    return FactualNote.of(item, rules, say, language, NOW);
  }

  @Test
  void theNoteSaysWhatWasSeenWithDatesPlacesMaskedWordsRulesAndLinks() {
    assertThat(note("fr", "Nantes", "17 ans", 1).asText())
        .contains(
            "Lieu écrit : Nantes",
            "Département : Loire-Atlantique (44)",
            "Âges lus : 17",
            "Contact : Téléphone 06 ** ** ** 04",
            "Remarquée : 2 mars 2026, 10:00 UTC",
            "Mots : « 17 ans »",
            "Règle : age-stated, version 2",
            "Annonces : Même contact : 7 annonces")
        .contains("Signes contre\n-------------\n– : rien n’a été vu")
        .doesNotContain("token-1", "0.62", "0,62", "group-1");
    assertThat(note("en", "Nantes", "17 ans", -1).asText())
        .contains("Place as written: Nantes", "Words: “17 ans”", "Rule: age-stated, version 2")
        .contains("Signs for\n---------\n–: nothing was seen")
        .contains("It holds no opinion");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void theNoteLabelsNobodyAndWeighsNothing(String language) {
    assertThat(note(language, "Nantes", "17 ans", 1).asText().toLowerCase(Locale.ROOT))
        .doesNotContain(
            "victim", "suspect", "proxénèt", "trafic", "traffick", "score", "poids", "weight");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a line that ends here\\nSignes contre : none| a line that ends here Signes contre : none",
        "turned \\u202Eback| turned [U+202E]back",
        "zero\\u200Bwidth| zero[U+200B]width",
        "nul\\u0000| nul[U+0000]",
        "half \\uD800| half [U+D800]",
        "<script>alert(1)</script>| <script>alert(1)</script>",
        "${7*7} [[${7*7}]] {0} {{x}}| ${7*7} [[${7*7}]] {0} {{x}}",
      })
  void wordsOfStrangersStayOnTheirLineAndHideNothing(String given, String shown) {
    var hostile = unescaped(given);
    var text = note("fr", hostile, hostile, 1).asText();
    assertThat(text).as(given).contains("Lieu écrit : " + shown, "« " + shown + " »");
    assertThat(text.lines().filter(line -> line.startsWith("Signes contre"))).hasSize(1);
  }

  private static String unescaped(String given) {
    var out = new StringBuilder();
    for (int i = 0; i < given.length(); i++) {
      if (given.startsWith("\\u", i)) {
        out.append((char) Integer.parseInt(given.substring(i + 2, i + 6), 16));
        i += 5;
      } else if (given.startsWith("\\n", i)) {
        out.append('\n');
        i++;
      } else {
        out.append(given.charAt(i));
      }
    }
    return out.toString();
  }

  @Test
  void aWordOfAMillionSignsIsCutAndSaysSo() {
    var text = note("fr", "Nantes", "x".repeat(1_000_000), 1).asText();
    assertThat(text).contains("x".repeat(300) + " […]");
    assertThat(text.length()).isLessThan(5_000);
  }

  @Test
  void whatIsDueFollowsWhatWasDone() {
    var path = MinorPath.of(FLAGGED, null, null, null, null, NOW);
    assertThat(path.due()).containsExactly(MinorPath.Due.DECISION);
    assertThat(path.late()).isFalse();
    assertThat(
            MinorPath.of(FLAGGED, null, null, null, null, FLAGGED.plus(Duration.ofHours(25)))
                .late())
        .isTrue();
    var refer = Outcome.REFER;
    assertThat(MinorPath.of(FLAGGED, refer, NOW, null, null, NOW).due())
        .containsExactly(MinorPath.Due.TELLING, MinorPath.Due.SECOND_LOOK);
    var look = new MinorPath.SecondLook(NOW, "lead", true, "");
    assertThat(MinorPath.of(FLAGGED, refer, NOW, NOW, look, NOW).due()).isEmpty();
    assertThat(MinorPath.of(FLAGGED, Outcome.NO_CONCERN, NOW, null, null, NOW).due()).isEmpty();
  }
}
