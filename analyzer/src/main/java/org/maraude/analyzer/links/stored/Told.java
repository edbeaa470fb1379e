package org.maraude.analyzer.links.stored;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.facts.FactCondition;
import org.maraude.analyzer.links.LinkView;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Links;
import org.maraude.events.assessment.Queue;

/**
 * What was last told of an ad: enough to see whether its links say something else by now.
 *
 * @param at when the stream last heard of the ad: its terms run from there, also for an archive
 *     that tells of days long past
 * @param tokens of all its contacts; none once one of them is erased
 */
public record Told(
    int revision,
    Queue queue,
    Set<FactCondition> facts,
    boolean commonContact,
    boolean commonText,
    @Nullable String advertiser,
    @Nullable String template,
    Instant at,
    List<String> tokens) {

  static final Packing<Told> PACKING =
      new Packing<>(
          (to, told) -> {
            to.count(told.revision());
            to.text(told.queue().name());
            to.all(told.facts(), (all, fact) -> all.text(fact.id()));
            to.bit(told.commonContact());
            to.bit(told.commonText());
            to.maybe(told.advertiser(), Packer::text);
            to.maybe(told.template(), Packer::text);
            to.instant(told.at());
            to.all(told.tokens(), Packer::text);
          },
          from ->
              new Told(
                  from.count(),
                  Queue.valueOf(from.text()),
                  facts(from.all(Unpacker::text)),
                  from.bit(),
                  from.bit(),
                  from.maybe(Unpacker::text),
                  from.maybe(Unpacker::text),
                  from.instant(),
                  from.all(Unpacker::text)));

  /** What an assessment with these links tells. */
  public static Told of(Assessment told, LinkView view, Instant at, List<String> tokens) {
    return new Told(
        told.revision(),
        told.queue(),
        view.facts(),
        view.commonContact(),
        view.commonText(),
        told.links().advertiser(),
        told.links().template(),
        at,
        tokens);
  }

  /** As it was told, with other links beside it. */
  public LinkView view(Links links) {
    return new LinkView(links, facts, commonContact, commonText);
  }

  /** Whether the signs may be others by now. */
  public boolean hasOtherSigns(LinkView now) {
    return !facts.equals(now.facts())
        || commonContact != now.commonContact()
        || commonText != now.commonText();
  }

  /** Whether whoever reads the ad would look for its fellows under other ids by now. */
  public boolean hasOtherFellows(LinkView now) {
    return queue != Queue.NONE
        && !(Objects.equals(advertiser, now.links().advertiser())
            && Objects.equals(template, now.links().template()));
  }

  /** The same, heard of again. */
  public Told seen(Instant again) {
    return new Told(
        revision, queue, facts, commonContact, commonText, advertiser, template, again, tokens);
  }

  /** All that is kept of an ad whose contact is erased: the next revision must be higher. */
  public static Told erased(int revision, Queue queue, Instant at) {
    return new Told(revision, queue, Set.of(), false, false, null, null, at, List.of());
  }

  /** Whether {@link #erased} is all that is left. */
  public boolean isErased() {
    return advertiser == null;
  }

  private static Set<FactCondition> facts(List<String> ids) {
    var facts = EnumSet.noneOf(FactCondition.class);
    ids.forEach(id -> FactCondition.of(id).ifPresent(facts::add));
    return facts;
  }
}
