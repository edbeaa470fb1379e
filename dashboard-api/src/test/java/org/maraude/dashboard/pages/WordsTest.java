package org.maraude.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.referral.Route;
import org.maraude.dashboard.review.Meanwhile;
import org.maraude.dashboard.review.Outcome;
import org.maraude.dashboard.review.ReasonCode;
import org.maraude.dashboard.rounds.AttemptOutcome;
import org.maraude.dashboard.rounds.Channel;
import org.maraude.dashboard.rounds.LeftOut;
import org.maraude.dashboard.rounds.Need;
import org.maraude.dashboard.rounds.Register;
import org.maraude.dashboard.rounds.RoundFilter;
import org.maraude.dashboard.rounds.Standing;
import org.maraude.dashboard.rounds.Wish;
import org.maraude.dashboard.rounds.report.Measure;
import org.maraude.dashboard.rounds.templates.TemplateCheck;
import org.maraude.dashboard.sites.OrderReason;
import org.maraude.dashboard.vault.Opening;
import org.maraude.dashboard.vault.Purpose;
import org.maraude.events.assessment.ContactKind;
import org.maraude.events.assessment.Signal;
import org.maraude.events.crawl.SiteStatus;

class WordsTest {

  private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
  private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9._-]+)");

  @Test
  void bothLanguagesHaveTheSameWords() throws IOException {
    assertThat(words("messages.properties").stringPropertyNames())
        .isEqualTo(words("messages_en.properties").stringPropertyNames());
  }

  @Test
  void everyWordThatATemplateNamesExists() throws IOException {
    var known = words("messages.properties").stringPropertyNames();
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      files.forEach(file -> {
        var asked = new TreeSet<String>();
        KEY.matcher(read(file)).results().forEach(match -> asked.add(match.group(1)));
        assertThat(known).as(file.toString()).containsAll(asked);
      });
    }
  }

  @Test
  void everyCodeThatAPageShowsHasAWord() throws IOException {
    var known = words("messages.properties").stringPropertyNames();
    for (var outcome : Outcome.values()) {
      assertThat(known).contains("outcome." + outcome, "outcome." + outcome + ".hint");
    }
    Stream.of(ReasonCode.values()).forEach(code -> assertThat(known).contains("reason." + code));
    Stream.of(Meanwhile.values()).forEach(code -> assertThat(known).contains("conflict." + code));
    Stream.of(ContactKind.values()).forEach(code -> assertThat(known).contains("contact." + code));
    Stream.of(Purpose.values()).forEach(code -> assertThat(known).contains("purpose." + code));
    Stream.of(Route.values()).forEach(code -> assertThat(known).contains("route." + code));
    Stream.of(Opening.Cause.values())
        .forEach(code -> assertThat(known).contains("opened.shut." + code));
    Stream.of(Signal.Group.values()).forEach(code -> assertThat(known).contains("group." + code));
    Stream.of(SiteStatus.State.values())
        .forEach(code -> assertThat(known).contains("site." + code));
    for (var cause : SiteStatus.Cause.values()) {
      assertThat(known).contains("site.todo." + cause);
      // Of a refusal its outcome is told instead.
      if (cause != SiteStatus.Cause.REFUSED) {
        assertThat(known).contains("site.cause." + cause);
      }
    }
    Map.of(
            "channel", Channel.values(),
            "attemptOutcome", AttemptOutcome.values(),
            "wish", Wish.values(),
            "need", Need.values(),
            "standing", Standing.Why.values(),
            "leftOut", LeftOut.values(),
            "tried", RoundFilter.Tried.values(),
            "register.cause", Register.Cause.values(),
            "register.reason", Register.Reason.values(),
            "templates.fault", TemplateCheck.Fault.values())
        .forEach((family, codes) ->
            Stream.of(codes).forEach(code -> assertThat(known).contains(family + "." + code)));
    Stream.of(Measure.values())
        .forEach(
            code -> assertThat(known).contains("report.measure." + code, "report.meaning." + code));
    Stream.of(OrderReason.values())
        .forEach(code -> assertThat(known).contains("order.reason." + code));
  }

  @Test
  void noWordHoldsTheApostropheThatMessagesReadAsACommand() throws IOException {
    for (var file : new String[] {"messages.properties", "messages_en.properties"}) {
      assertThat(words(file).values()).noneMatch(word -> word.toString().contains("'"));
    }
  }

  @Test
  void noTemplateHoldsAnInlineStyleScriptOrHandler() throws IOException {
    var forbidden = Pattern.compile("<style|\\sstyle=|<script(?![^>]*src)|\\son[a-z]+=");
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      files.forEach(
          file -> assertThat(forbidden.matcher(read(file)).find()).as(file.toString()).isFalse());
    }
  }

  @Test
  void aLanguageThatIsNotThereIsFrench() {
    assertThat(Speech.languageOf(Locale.GERMAN)).isEqualTo("fr");
    assertThat(Speech.languageOf(Locale.UK)).isEqualTo("en");
  }

  private static Properties words(String file) throws IOException {
    var words = new Properties();
    var stream = Objects.requireNonNull(WordsTest.class.getResourceAsStream("/" + file));
    try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
