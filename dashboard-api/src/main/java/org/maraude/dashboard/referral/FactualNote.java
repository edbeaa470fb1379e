package org.maraude.dashboard.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.pages.RuleWords;
import org.maraude.dashboard.pages.Speech;
import org.maraude.dashboard.queue.ItemPage;

/**
 * What was seen in an ad, for those who protect: dates, places, words as they stand with contacts
 * masked, signs for and against with their rules, links. It holds no opinion and names nobody, not
 * even who composed it: who hands it on signs by hand.
 *
 * @param language {@code fr} or {@code en}
 */
public record FactualNote(
    String language, String title, List<String> preface, List<Section> sections, String closing) {

  /** A part under a heading; without lines when {@code empty} says why. */
  public record Section(String heading, List<Line> lines) {}

  /**
   * A fact.
   *
   * @param label what it is
   * @param text the fact, on one line
   */
  public record Line(String label, String text) {}

  /** Composes the note, in the language that {@code say} speaks. */
  static FactualNote of(
      ItemPage item, Map<String, RuleWords> rules, Speech say, String language, Instant now) {
    var composer = new Composer(item, rules, say);
    return new FactualNote(
        language,
        say.text("note.title"),
        List.of(say.text("note.what"), say.text("note.masked")),
        List.of(
            composer.ad(),
            composer.stated(),
            composer.forIt(),
            composer.against(),
            composer.links()),
        say.text("note.composed", say.time(now), say.stamp(item.ruleset())));
  }

  private record Composer(ItemPage item, Map<String, RuleWords> rules, Speech say) {

    Section ad() {
      var lines = new Lines(say);
      lines.add("note.site", item.siteId());
      lines.add("note.number", item.adId());
      lines.add("note.url", item.url());
      lines.add("note.posted", time(item.postedAt()));
      lines.add("note.read", time(item.observedAt()));
      lines.add("note.flagged", time(item.flaggedAt()));
      lines.add("note.gone", time(item.goneAt()));
      return new Section(say.text("note.ad"), lines.all());
    }

    Section stated() {
      var lines = new Lines(say);
      lines.add("note.place", item.place());
      lines.add("note.departement", say.departement(item.departement()));
      lines.add(
          "note.ages",
          item.ages().stream().map(Object::toString).collect(Collectors.joining(", ")));
      for (var contact : item.contacts()) {
        lines.add("note.contact", say.word("contact", contact.kind()) + " " + contact.masked());
      }
      return new Section(say.text("note.stated"), lines.all());
    }

    Section forIt() {
      return signs("note.for", item.signals());
    }

    Section against() {
      return signs("note.against", item.protective());
    }

    private Section signs(String heading, List<ItemPage.SignalCard> cards) {
      var lines = new Lines(say);
      if (cards.isEmpty()) {
        lines.add("note.none", say.text("note.nothing"));
      }
      for (var card : cards) {
        var rule = rules.get(card.rule());
        var words =
            card.words().stream()
                .map(PlainText::of)
                .map(word -> say.text("note.quote", word))
                .collect(Collectors.joining(", "));
        lines.add("note.sign", rule == null ? say.sign(card.id()) : rule.says());
        lines.addPlain("note.words", words);
        lines.add("note.rule", say.text("note.ruleVersion", card.rule(), card.version()));
        if (rule != null) {
          lines.add("note.ordinary", rule.ordinary());
        }
      }
      return new Section(say.text(heading), lines.all());
    }

    Section links() {
      var lines = new Lines(say);
      var links = item.links();
      if (links.contactAds() > 1) {
        lines.add(
            "note.linked",
            say.text(
                "item.sameContact",
                links.contactAds(),
                links.contactAliases(),
                links.contactDepartements()));
      }
      if (links.templateAds() > 1) {
        lines.add(
            "note.linked",
            say.text("item.sameTemplate", links.templateAds(), links.templateContacts()));
      }
      if (lines.all().isEmpty()) {
        lines.add("note.none", say.text("note.nothing"));
      }
      return new Section(say.text("note.links"), lines.all());
    }

    private @Nullable String time(@Nullable Instant at) {
      return at == null ? null : say.time(at);
    }
  }

  /** Collects what there is; what is not known is left out. */
  private static final class Lines {

    private final Speech say;
    private final List<Line> lines = new ArrayList<>();

    Lines(Speech say) {
      this.say = say;
    }

    void add(String label, @Nullable String text) {
      if (text != null && !text.isBlank()) {
        lines.add(new Line(say.text(label), PlainText.of(text)));
      }
    }

    void addPlain(String label, String plain) {
      if (!plain.isEmpty()) {
        lines.add(new Line(say.text(label), plain));
      }
    }

    List<Line> all() {
      return List.copyOf(lines);
    }
  }

  /** The note as a file of plain text, for any program. */
  String asText() {
    var colon = language.equals("fr") ? " : " : ": ";
    var text =
        new StringBuilder(title).append("\n").append("=".repeat(title.length())).append("\n");
    preface.forEach(line -> text.append("\n").append(line).append("\n"));
    for (var section : sections) {
      text.append("\n")
          .append(section.heading())
          .append("\n")
          .append("-".repeat(section.heading().length()))
          .append("\n");
      section
          .lines()
          .forEach(
              line -> text.append(line.label()).append(colon).append(line.text()).append("\n"));
    }
    return text.append("\n").append(closing).append("\n").toString();
  }
}
