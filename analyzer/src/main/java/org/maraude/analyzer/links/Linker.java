package org.maraude.analyzer.links;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.links.advertiser.AdvertiserGroups;
import org.maraude.analyzer.links.profile.FirstSeen;
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
    take(before, before == null ? traceOf(ad, ad.sighting()) : again(before, ad));
  }

  /** An ad that was taken in was there at another time, with nothing new to tell. */
  public void seen(String adId, Instant at) {
    var before = state.ads().get(adId);
    if (before != null) {
      take(before, over(before, new FirstSeen(at, adId), at));
    }
  }

  private void take(@Nullable AdTrace before, AdTrace after) {
    if (after.equals(before)) {
      return;
    }
    var ad = after.sighting();
    state.ads().put(ad.adId(), after);
    if (before != null) {
      takeBack(before, after);
    }
    var was = before == null ? null : before.sighting();
    for (var contact : ad.contacts()) {
      var profile = profile(contact);
      var known = was != null && was.contacts().contains(contact) ? was : null;
      var changed = profile.with(known, ad);
      if (changed != profile) {
        state.contacts().put(contact, changed);
      }
    }
    advertisers.count(was == null ? null : was.member(), ad);
    var shape = after.shape();
    if (shape != null) {
      boolean same = before != null && shape.equals(before.shape());
      templates.put(shape, same ? was : null, ad);
    }
    var group = shape == null ? null : templates.groupOf(shape);
    advertisers.link(ad, this::profile, group == null ? Profile.NONE : group.ads());
  }

  private AdTrace again(AdTrace before, LinkedAd ad) {
    var known = before.sighting();
    var seen = ad.sighting();
    int order = seen.last().compareTo(known.last());
    boolean newer =
        order > 0 && before.content() != ad.content()
            || order == 0 && ad.content() > before.content();
    if (!newer) {
      return over(before, seen.first(), seen.last());
    }
    var first = seen.first().isBefore(known.first()) ? seen.first() : known.first();
    return traceOf(ad, seen.over(first, seen.last()));
  }

  /** The same content at another time as well. */
  private AdTrace over(AdTrace before, FirstSeen at, Instant seen) {
    var known = before.sighting();
    var over =
        known.over(
            at.isBefore(known.first()) ? at : known.first(),
            seen.isAfter(known.last()) ? seen : known.last());
    if (over.equals(known)) {
      return before;
    }
    if (before.shape() != null) {
      templates.add(Objects.requireNonNull(state.shapes().get(before.shape())).shingles(), over);
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
        without(contact, before.sighting());
      }
    }
    var shape = before.shape();
    if (shape != null && !shape.equals(after.shape())) {
      templates.remove(shape, before.sighting());
    }
  }

  private void without(String contact, Sighting ad) {
    var left = profile(contact).without(ad);
    if (left.sightings().isEmpty()) {
      state.contacts().delete(contact);
      advertisers.unshown(contact);
    } else {
      state.contacts().put(contact, left);
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

  /** When an ad was seen last; null when it was never taken in. */
  public @Nullable Instant lastSeen(String adId) {
    var trace = state.ads().get(adId);
    return trace == null ? null : trace.sighting().last();
  }

  /** Forgets what was last seen longer ago than is kept. */
  public void forget(Instant now) {
    var oldest = now.minus(KEPT);
    removeAll(trace -> trace.sighting().last().isBefore(oldest));
    forgetSamples(now);
  }

  /** Forgets what sites were learnt from so long ago. */
  public void forgetSamples(Instant now) {
    templates.forgetSamples(now.minus(KEPT));
  }

  /** Removes all about a contact, and about every ad that names it. */
  public void erase(String contact) {
    removeAll(trace -> trace.sighting().contacts().contains(contact));
    eraseContact(contact);
  }

  /** Removes what is known of a contact beside the ads that name it. */
  public void eraseContact(String contact) {
    state.contacts().delete(contact);
    templates.eraseSamples(contact);
    advertisers.unshown(contact);
  }

  private void removeAll(Predicate<AdTrace> condition) {
    var ads = new ArrayList<String>();
    state
        .ads()
        .forEach((adId, trace) -> {
          if (condition.test(trace)) {
            ads.add(adId);
          }
        });
    ads.forEach(this::remove);
  }

  /** Takes an ad back, as if it had never been taken in; groups that it joined stay joined. */
  public void remove(String adId) {
    var trace = state.ads().get(adId);
    if (trace == null) {
      return;
    }
    var ad = trace.sighting();
    ad.contacts().forEach(contact -> without(contact, ad));
    if (trace.shape() != null) {
      templates.remove(trace.shape(), ad);
    }
    advertisers.uncount(ad.member());
    state.ads().delete(adId);
  }
}
