package org.maraude.analyzer.links;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.links.advertiser.AdvertiserGroups;
import org.maraude.analyzer.links.profile.Life;
import org.maraude.analyzer.links.profile.Profile;
import org.maraude.analyzer.links.profile.Sighting;
import org.maraude.analyzer.links.template.TemplateGroup;
import org.maraude.analyzer.links.template.Templates;
import org.maraude.events.assessment.Links;

/**
 * Takes ads in and says what they have to do with one another. Decides on what its state holds and
 * nothing else; an ad taken in twice changes nothing. Not thread safe.
 */
public final class Linker {

  /** Profiles and signatures end so long after the last sighting. */
  public static final Duration KEPT = Duration.ofDays(120);

  private final LinkState state;
  private final Templates templates;
  private final AdvertiserGroups advertisers;

  /**
   * @param advertiserMerges hears of every advertiser that goes by another id from now on
   */
  public Linker(LinkState state, Consumer<Merged> advertiserMerges) {
    this(state, advertiserMerges, merged -> {});
  }

  /**
   * @param textMerges hears of the same for groups of texts
   */
  public Linker(LinkState state, Consumer<Merged> advertiserMerges, Consumer<Merged> textMerges) {
    this.state = state;
    this.templates = new Templates(state, textMerges);
    this.advertisers = new AdvertiserGroups(state.members(), advertiserMerges);
  }

  /** Takes an ad in. Of several readings the latest tells the content, the first the age. */
  public void observe(LinkedAd ad) {
    var before = state.ads().get(ad.sighting().adId());
    var after = before == null ? traceOf(ad, ad.sighting()) : again(before, ad);
    if (after.equals(before)) {
      return;
    }
    state.ads().put(ad.sighting().adId(), after);
    if (before != null) {
      takeBack(before, after);
    }
    for (var contact : after.sighting().contacts()) {
      var profile = profile(contact);
      var old =
          before != null && before.sighting().contacts().contains(contact)
              ? before.sighting()
              : null;
      var changed = profile.with(old, after.sighting());
      if (changed != profile) {
        state.contacts().put(contact, changed);
      }
    }
    var shape = after.shape();
    if (shape != null) {
      boolean same = before != null && shape.equals(before.shape());
      templates.put(shape, same && before != null ? before.sighting() : null, after.sighting());
    }
    var group = shape == null ? null : templates.groupOf(shape);
    advertisers.link(after.sighting(), this::profile, group == null ? Profile.NONE : group.ads());
  }

  private AdTrace again(AdTrace before, LinkedAd ad) {
    var known = before.sighting();
    var seen = ad.sighting();
    var first = seen.first().isBefore(known.first()) ? seen.first() : known.first();
    var last = seen.last().isAfter(known.last()) ? seen.last() : known.last();
    int order = seen.last().compareTo(known.last());
    boolean newer =
        order > 0 && before.content() != ad.content()
            || order == 0 && ad.content() > before.content();
    if (newer) {
      return traceOf(ad, seen.over(first, last));
    }
    var over = known.over(first, last);
    if (before.shape() != null && !over.equals(known)) {
      var shape = java.util.Objects.requireNonNull(state.shapes().get(before.shape())).shingles();
      templates.add(shape, over);
    }
    return new AdTrace(over, before.content(), before.shape());
  }

  private AdTrace traceOf(LinkedAd ad, Sighting sighting) {
    var own = templates.withoutSiteTexts(ad.siteId(), ad.shingles(), sighting);
    var shape = own.suffice() ? (Long) templates.add(own, sighting) : null;
    return new AdTrace(sighting, ad.content(), shape);
  }

  /** Removes what an ad no longer shows. */
  private void takeBack(AdTrace before, AdTrace after) {
    for (var contact : before.sighting().contacts()) {
      if (!after.sighting().contacts().contains(contact)) {
        putOrDelete(contact, profile(contact).without(before.sighting()));
      }
    }
    var shape = before.shape();
    if (shape != null && !shape.equals(after.shape())) {
      templates.remove(shape, before.sighting());
    }
  }

  private void putOrDelete(String contact, Profile profile) {
    if (profile.sightings().isEmpty()) {
      state.contacts().delete(contact);
    } else {
      state.contacts().put(contact, profile);
    }
  }

  private Profile profile(String contact) {
    var known = state.contacts().get(contact);
    return known == null ? Profile.NONE : known;
  }

  /** What is known of an ad now; nothing when it was never taken in. */
  public LinkView view(String adId) {
    var trace = state.ads().get(adId);
    if (trace == null) {
      return LinkView.NONE;
    }
    var ad = trace.sighting();
    List<Life> lives =
        ad.contacts().stream().map(contact -> profile(contact).lifeOf(ad.first())).toList();
    var group = trace.shape() == null ? null : templates.groupOf(trace.shape());
    @Nullable Life text = group == null ? null : group.ads().lifeOf(ad.first());
    var facts = LinkFacts.of(lives, text);
    return new LinkView(
        links(ad, lives, group, text),
        facts,
        lives.stream().anyMatch(Life::common),
        text != null && text.common());
  }

  private Links links(
      Sighting ad, List<Life> lives, @Nullable TemplateGroup group, @Nullable Life text) {
    var widest = lives.stream().max(Comparator.comparingInt(Life::ads)).orElse(null);
    boolean alone = group == null || text == null || text.ads() < 2;
    return new Links(
        advertisers.idOf(ad.member()),
        widest == null ? 0 : widest.ads(),
        widest == null ? 0 : widest.aliases(),
        widest == null ? 0 : widest.departements(),
        alone || group == null ? null : group.id(),
        alone || text == null ? 0 : text.ads(),
        alone || text == null ? 0 : text.contacts());
  }

  /** Forgets what was last seen longer ago than is kept. */
  public void forget(Instant now) {
    var oldest = now.minus(KEPT);
    var ads = new ArrayList<String>();
    state
        .ads()
        .forEach((adId, trace) -> {
          if (trace.sighting().last().isBefore(oldest)) {
            ads.add(adId);
          }
        });
    ads.forEach(this::remove);
    templates.forget(oldest);
    var members = new java.util.HashSet<String>();
    state.ads().forEach((adId, trace) -> members.add(trace.sighting().member()));
    advertisers.keep(members);
  }

  /** Removes all about a contact, and about every ad that names it. */
  public void erase(String contact) {
    var ads = new ArrayList<String>();
    state
        .ads()
        .forEach((adId, trace) -> {
          if (trace.sighting().contacts().contains(contact)) {
            ads.add(adId);
          }
        });
    ads.forEach(this::remove);
    state.contacts().delete(contact);
    templates.eraseSamples(contact);
    advertisers.erase(contact);
  }

  private void remove(String adId) {
    var trace = state.ads().get(adId);
    if (trace == null) {
      return;
    }
    for (var contact : trace.sighting().contacts()) {
      putOrDelete(contact, profile(contact).without(trace.sighting()));
    }
    if (trace.shape() != null) {
      templates.remove(trace.shape(), trace.sighting());
    }
    state.ads().delete(adId);
  }
}
