package org.maraude.dashboard.referral;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.pages.RuleWords;
import org.maraude.dashboard.pages.Speech;
import org.maraude.dashboard.queue.Items;
import org.maraude.dashboard.rules.RuleTexts;
import org.springframework.context.MessageSource;

/** Composes factual notes, and writes in the audit that one was composed. */
public final class Notes {

  private final MinorItems minors;
  private final Items items;
  private final RuleTexts rules;
  private final MessageSource messages;
  private final Audit audit;
  private final Clock clock;

  public Notes(
      MinorItems minors,
      Items items,
      RuleTexts rules,
      MessageSource messages,
      Audit audit,
      Clock clock) {
    this.minors = minors;
    this.items = items;
    this.rules = rules;
    this.messages = messages;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The note of an item.
   *
   * @param language {@code fr} or {@code en}; anything else is the reader's own
   * @throws org.maraude.dashboard.queue.NoSuchItemException when it is no possible minor's item, or
   *     not for this person
   */
  public FactualNote compose(UUID itemId, Person person, @Nullable String language, Locale own) {
    minors.mustBeOne(itemId, person);
    var item = items.read(itemId, person);
    var locale =
        "fr".equals(language) || "en".equals(language) ? Locale.forLanguageTag(language) : own;
    var references =
        Stream.concat(item.signals().stream(), item.protective().stream())
            .map(sign -> new RuleTexts.Reference(sign.rule(), sign.version()))
            .distinct()
            .toList();
    var words = new HashMap<String, RuleWords>();
    rules
        .of(references)
        .forEach((reference, text) -> words.put(reference.rule(), RuleWords.of(text, locale)));
    var spoken = Speech.languageOf(locale);
    audit.write(person.id(), Deed.NOTE_COMPOSED, itemId.toString(), spoken);
    return FactualNote.of(
        item, words, new Speech(messages, locale, clock), spoken, clock.instant());
  }
}
