package org.maraude.analyzer.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.assess.LinkedAssessment;
import org.maraude.analyzer.assess.Rejudged;
import org.maraude.analyzer.links.LinkState;
import org.maraude.analyzer.links.LinkedAd;
import org.maraude.analyzer.links.Linker;
import org.maraude.analyzer.links.Merged;
import org.maraude.analyzer.links.stored.LinkStore;
import org.maraude.analyzer.links.stored.Told;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.SealedContact;

/**
 * Tells each ad with its links, and tells it again when other ads changed what it means. Whom a new
 * ad touches is only noted; {@link #review} looks later, so that a hundred ads of one phone cost an
 * earlier one a single look. Decides on what its store holds and nothing else. Not thread safe.
 */
final class LinkedAds {

  /** A review stops after so many: a poll must not wait for ever. */
  static final int LOOKS_AT = 20_000;

  /** How many ads {@link #upkeep} looks at. */
  static final int AT_ONCE = 5_000;

  /** An own assessment holds the masked text, which is kept no longer here than in its topic. */
  static final Duration TEXT_KEPT = Topic.ADS_ASSESSED.term();

  private static final Duration ERASED_KEPT = Topic.ERASURES.term();

  /** Where it tells. */
  interface Teller {

    /**
     * @param first whether the ad was just read
     */
    void tell(Assessment assessment, boolean first);

    /** What was told of an ad is void. */
    void takeBack(String adId);
  }

  private final LinkStore store;
  private final LinkState links;
  private final Linker linker;
  private final Teller teller;
  private final LinkTrouble trouble;
  private final InstantSource clock;
  private final Set<String> erased = new HashSet<>();
  private @Nullable Bytes round;
  private boolean hurries;

  LinkedAds(
      LinkStore store,
      Teller teller,
      Consumer<Merged> merges,
      LinkTrouble trouble,
      InstantSource clock) {
    this.store = store;
    this.teller = teller;
    this.trouble = trouble;
    this.clock = clock;
    this.links = store.links(new WaitingAds(store, clock));
    this.linker = new Linker(links, merges);
    store.erased().forEach((token, at) -> erased.add(token));
  }

  /** An ad was read. */
  void read(Assessment assessed, RuleSet rules) {
    var own = Rejudged.of(assessed, rules);
    var adId = own.adId();
    var before = store.told().get(adId);
    int revision =
        before == null ? own.revision() : Math.max(own.revision(), before.revision() + 1);
    var tokens = own.contacts().stream().map(SealedContact::token).distinct().toList();
    if (!Collections.disjoint(tokens, erased)) {
      keepOut(LinkedAssessment.revised(own, revision), before);
      return;
    }
    linker.observe(LinkedAd.of(own));
    var view = linker.view(adId);
    var linked = LinkedAssessment.revised(LinkedAssessment.of(own, view, rules), revision);
    store.own().put(adId, EventJson.write(own));
    store.told().put(adId, Told.of(linked, view, clock.instant(), tokens));
    teller.tell(linked, true);
  }

  /** Whoever said no is told of no more, but nobody can hide a child by it. */
  private void keepOut(Assessment own, @Nullable Told before) {
    if (before != null) {
      erase(own.adId(), before);
    }
    if (own.queue() == Queue.MINOR) {
      store.told().put(own.adId(), Told.erased(own.revision(), own.queue(), clock.instant()));
      teller.tell(own, true);
    }
  }

  /**
   * An ad was read that cannot be linked: what it says itself is told all the same. Of one whose
   * contact is erased only a possible minor is.
   */
  void unlinked(Assessment own) {
    boolean isErased = own.contacts().stream().map(SealedContact::token).anyMatch(erased::contains);
    if (isErased && own.queue() != Queue.MINOR) {
      teller.takeBack(own.adId());
    } else {
      teller.tell(own, true);
    }
  }

  /** An ad was there, with nothing new to tell. */
  void seen(String adId, Instant at) {
    linker.seen(adId, at);
    var told = store.told().get(adId);
    if (told != null) {
      store.told().put(adId, told.seen(clock.instant()));
    }
  }

  /** Somebody objected: everything about a contact goes, and stays gone. */
  void erase(String token, Instant at) {
    store.erased().put(token, at);
    erased.add(token);
    var profile = links.contacts().get(token);
    if (profile != null) {
      for (var ad : profile.sightings()) {
        var told = store.told().get(ad.adId());
        if (told != null) {
          erase(ad.adId(), told);
        }
      }
    }
    linker.eraseContact(token);
    // A profile holds the first ads only; the others are found by the rounds.
    round = null;
    hurries = true;
  }

  private void erase(String adId, Told told) {
    linker.remove(adId);
    store.own().delete(adId);
    if (told.queue() == Queue.MINOR) {
      store.told().put(adId, Told.erased(told.revision(), told.queue(), told.at()));
    } else {
      store.told().delete(adId);
      teller.takeBack(adId);
    }
  }

  /** How many profiles and ads wait to be looked at is unknown; whether any do is not. */
  boolean review(RuleSet rules) {
    var whose = new ArrayList<String>();
    var ads = new HashSet<String>();
    boolean all = store.waiting().some(null, LOOKS_AT, (key, since) -> whose.add(key)) == null;
    int done = 0;
    for (var key : whose) {
      if (ads.size() > LOOKS_AT) {
        all = false;
        break;
      }
      ads.addAll(WaitingAds.of(key, links));
      done++;
    }
    whose.subList(0, done).forEach(store.waiting()::delete);
    ads.stream().sorted().forEach(adId -> trouble.tries(adId + " again", () -> look(adId, rules)));
    return all;
  }

  private void look(String adId, RuleSet rules) {
    var told = store.told().get(adId);
    if (told == null || told.isErased()) {
      return;
    }
    var view = linker.view(adId);
    boolean fellows = told.hasOtherFellows(view);
    if (!fellows && !told.hasOtherSigns(view)) {
      return;
    }
    byte[] json = store.own().get(adId);
    if (json == null) {
      return;
    }
    var own = Rejudged.of(EventJson.read(json, Assessment.class), rules);
    var before =
        LinkedAssessment.revised(
            LinkedAssessment.of(own, told.view(view.links()), rules), told.revision());
    var after = LinkedAssessment.of(own, view, rules);
    boolean tells = fellows || LinkedAssessment.differs(before, after);
    var last = tells ? LinkedAssessment.instead(before, after) : before;
    store.told().put(adId, Told.of(last, view, told.at(), told.tokens()));
    if (tells) {
      teller.tell(last, false);
    }
  }

  /** Lets go what is over, of some ads at a time; the answer is whether it is in a hurry. */
  boolean upkeep() {
    var some = new HashMap<String, Told>();
    if (round == null) {
      beginRound();
    }
    round = store.told().some(round, AT_ONCE, some::put);
    some.forEach((adId, told) -> trouble.tries(adId + " kept", () -> keep(adId, told)));
    hurries &= round != null;
    return hurries;
  }

  private void beginRound() {
    var now = clock.instant();
    linker.forgetSamples(now);
    Map<String, Instant> over = new HashMap<>();
    store
        .erased()
        .forEach((token, at) -> {
          if (at.plus(ERASED_KEPT).isBefore(now)) {
            over.put(token, at);
          }
        });
    over.keySet()
        .forEach(token -> {
          store.erased().delete(token);
          erased.remove(token);
        });
  }

  private void keep(String adId, Told told) {
    var now = clock.instant();
    if (!Collections.disjoint(told.tokens(), erased)) {
      erase(adId, told);
    } else if (told.at().plus(Linker.KEPT).isBefore(now)) {
      linker.remove(adId);
      store.own().delete(adId);
      store.told().delete(adId);
    } else if (told.at().plus(TEXT_KEPT).isBefore(now) && store.own().get(adId) != null) {
      store.own().delete(adId);
    }
  }
}
