package org.maraude.analyzer.stream;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.volume.AdVolume;

/**
 * Whether an observed ad needs an assessment, and what is remembered of it. Pure.
 *
 * <p>An ad is assessed when it is new, when its content changed, or when the rules did. An
 * observation older than the last one is a replay and changes nothing.
 */
final class AdLedger {

  private AdLedger() {}

  /** What follows from an observation. */
  record Step(AdHistory history, @Nullable Assessment published, List<AdVolume> changes) {}

  /** Assesses with the revision it is given. */
  interface Assessing {
    Assessment assess(int revision);
  }

  static boolean isReplay(@Nullable AdHistory before, ObservedAd ad) {
    return before != null && ad.observedAt().isBefore(before.observedAt());
  }

  /**
   * What follows from an ad.
   *
   * @param before what is remembered; null for an ad that is new
   * @param early what was told of a new ad before it came
   */
  static Step observed(
      @Nullable AdHistory before,
      @Nullable EarlyNews early,
      ObservedAd ad,
      String ruleset,
      Assessing assessing) {
    var hash = contentHash(ad);
    if (before == null) {
      var assessment = assessing.assess(1);
      var first = VolumeLedger.first(ad, assessment);
      var counted = early == null ? first : early.after(first);
      return new Step(
          new AdHistory(hash, ruleset, 1, ad.observedAt(), counted.entry()),
          assessment,
          counted.changes());
    }
    var counted = VolumeLedger.seen(before.volume(), ad.observedAt());
    boolean same = before.contentHash().equals(hash) && before.ruleset().equals(ruleset);
    int revision = same ? before.revision() : before.revision() + 1;
    return new Step(
        new AdHistory(hash, ruleset, revision, ad.observedAt(), counted.entry()),
        same ? null : assessing.assess(revision),
        counted.changes());
  }

  /** The crawler's hash, or one of our own for a record that has none. */
  private static String contentHash(ObservedAd ad) {
    if (!ad.contentHash().isBlank()) {
      return ad.contentHash();
    }
    var content =
        String.join(
            "\0", ad.title(), ad.body(), ad.place().text(), new TreeMap<>(ad.fields()).toString());
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks SHA-256", e);
    }
  }
}
