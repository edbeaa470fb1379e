package org.maraude.analyzer.assess;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.assess.StageTimes.Stage;
import org.maraude.analyzer.links.advertiser.MemberName;
import org.maraude.analyzer.masking.MaskedContact;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.contacts.ContactSealer;
import org.maraude.contacts.ContactTokens;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Links;
import org.maraude.events.assessment.SealedContact;

/**
 * Assesses one ad: reads it, matches the rules, decides, and seals the contacts. What it gives is
 * fit for a topic: texts masked, contacts sealed. Thread safe.
 */
public final class Assessor {

  private final AdReader reader;
  private final ContactTokens tokens;
  private final @Nullable ContactSealer sealer;
  private final boolean revealContacts;
  private final StageTimes times;

  public Assessor(AdReader reader, ContactTokens tokens, ContactSealer sealer) {
    this(reader, tokens, sealer, false, StageTimes.UNREAD);
  }

  private Assessor(
      AdReader reader,
      ContactTokens tokens,
      @Nullable ContactSealer sealer,
      boolean revealContacts,
      StageTimes times) {
    this.reader = reader;
    this.tokens = tokens;
    this.sealer = sealer;
    this.revealContacts = revealContacts;
    this.times = times;
  }

  /**
   * One that seals nothing, for a file whose seals nobody could ever open: its assessments carry an
   * empty {@code sealed}. Never for a topic.
   */
  public static Assessor withoutSeals(AdReader reader, ContactTokens tokens) {
    return new Assessor(reader, tokens, null, false, StageTimes.UNREAD);
  }

  /**
   * The same with each contact in clear beside its seal: for an operator's own file, never for a
   * topic.
   */
  public Assessor revealingContacts() {
    return new Assessor(reader, tokens, sealer, true, times);
  }

  /** The same, telling how long each stage takes. */
  public Assessor timedBy(StageTimes hearer) {
    return new Assessor(reader, tokens, sealer, revealContacts, hearer);
  }

  /**
   * What is to be said of an ad.
   *
   * @param revision 1 for the first assessment of this ad
   * @throws org.maraude.contacts.SealException when there is no key to seal with
   */
  public Assessment assess(ObservedAd observed, RuleSet rules, int revision) {
    var read = timed(Stage.EXTRACT, () -> reader.read(observed));
    var ad = read.ad();
    var published = read.published();
    var matches =
        timed(Stage.MATCH, () -> rules.matches(read.words(), read.facts(), times.candidates()));
    var decision = timed(Stage.ASSESS, () -> Decision.on(read, matches, rules.scoring()));
    var contacts = timed(Stage.SEAL, () -> published.contacts().stream().map(this::seal).toList());
    return new Assessment(
        ad.adId(),
        ad.siteId(),
        ad.url(),
        revision,
        ad.observedAt(),
        ad.postedAt(),
        ad.category(),
        published.place(),
        rules.stamp(),
        read.language(),
        published.title(),
        published.body(),
        contacts,
        published.facts(),
        decision.signals(),
        links(ad.adId(), contacts),
        decision.score(),
        decision.queue(),
        decision.why());
  }

  private <T> T timed(Stage stage, Supplier<T> work) {
    long began = System.nanoTime();
    var done = work.get();
    times.took(stage, System.nanoTime() - began);
    return done;
  }

  private SealedContact seal(MaskedContact contact) {
    var canonical = contact.found().canonical();
    return new SealedContact(
        contact.found().kind(),
        tokens.token(canonical),
        sealer == null ? "" : sealer.seal(canonical),
        contact.masked(),
        contact.found().obfuscated(),
        contact.spans(),
        revealContacts ? canonical.value() : null);
  }

  private static Links links(String adId, List<SealedContact> contacts) {
    return new Links(MemberName.of(adId, contacts), 0, 0, 0, null, 0, 0);
  }
}
