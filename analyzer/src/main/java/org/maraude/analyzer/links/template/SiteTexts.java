package org.maraude.analyzer.links.template;

import com.dynatrace.hash4j.hashing.Hashing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.maraude.analyzer.links.profile.Sighting;

/**
 * What most ads of a site say: its own template, which tells nothing of a person. Learnt from a
 * fair sample with one ad a contact, so that somebody with many ads does not pass for the site.
 * What is learnt from one day is taken out of the ads of the next, so that the order within a day
 * does not matter. Immutable.
 *
 * @param samples the {@value #MOST} with the smallest keys, sorted
 * @param day in UTC, since when {@code own} holds
 * @param own the site's shingles
 */
public record SiteTexts(List<Sample> samples, LocalDate day, Shingles own) {

  static final int MOST = 200;

  /** Fewer contacts may be one person's. */
  static final int ENOUGH = 40;

  static final double SHARE = 0.5;

  /**
   * One contact's first ad.
   *
   * @param key a hash of the contact
   */
  public record Sample(long key, Sighting ad, Shingles shingles) {}

  private static final Comparator<Sample> ORDER = Comparator.comparingLong(Sample::key);

  static SiteTexts begin(Instant at) {
    return new SiteTexts(List.of(), day(at), Shingles.NONE);
  }

  /** With what was learnt before an ad's day. */
  SiteTexts on(Instant at) {
    var today = day(at);
    return today.isAfter(day) ? new SiteTexts(samples, today, learnt()) : this;
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  SiteTexts with(Sighting ad, Shingles shingles) {
    var name = ad.contacts().isEmpty() ? ad.adId() : ad.contacts().getFirst();
    var sample = new Sample(Hashing.komihash5_0().hashCharsToLong(name), ad, shingles);
    int at = Collections.binarySearch(samples, sample, ORDER);
    if (at < 0 && -at - 1 >= MOST
        || at >= 0 && !ad.first().isBefore(samples.get(at).ad().first())) {
      return this;
    }
    var changed = new ArrayList<>(samples);
    if (at >= 0) {
      changed.set(at, sample);
    } else {
      changed.add(-at - 1, sample);
    }
    return new SiteTexts(List.copyOf(changed.subList(0, Math.min(MOST, changed.size()))), day, own);
  }

  private Shingles learnt() {
    if (samples.size() < ENOUGH) {
      return own;
    }
    Map<Integer, Integer> counts = new HashMap<>();
    for (var sample : samples) {
      for (int hash : sample.shingles().hashes()) {
        counts.merge(hash, 1, Integer::sum);
      }
    }
    var found =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= samples.size() * SHARE)
            .map(Map.Entry::getKey);
    var before = java.util.Arrays.stream(own.hashes()).boxed();
    return Shingles.ofHashes(Stream.concat(found, before).mapToInt(Integer::intValue).toArray());
  }

  /**
   * The same, learnt from other samples from now on.
   *
   * @param others at most {@value #MOST}, in any order
   */
  public SiteTexts sampledBy(List<Sample> others) {
    return new SiteTexts(others.stream().sorted(ORDER).toList(), day, own);
  }

  /** Whether the site's own words are the same, since the same day. */
  public boolean saysAs(SiteTexts other) {
    return day.equals(other.day) && own.equals(other.own);
  }

  SiteTexts since(Instant oldest) {
    var kept = samples.stream().filter(sample -> !sample.ad().last().isBefore(oldest)).toList();
    return kept.size() == samples.size() ? this : new SiteTexts(kept, day, own);
  }

  /** Without the ads of a contact. */
  SiteTexts without(String contact) {
    var kept =
        samples.stream().filter(sample -> !sample.ad().contacts().contains(contact)).toList();
    return kept.size() == samples.size() ? this : new SiteTexts(kept, day, own);
  }
}
