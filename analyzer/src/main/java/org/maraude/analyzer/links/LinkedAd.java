package org.maraude.analyzer.links;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.text.Normalizer;
import java.util.Locale;
import org.maraude.analyzer.links.advertiser.MemberName;
import org.maraude.analyzer.links.profile.FirstSeen;
import org.maraude.analyzer.links.profile.Sighting;
import org.maraude.analyzer.links.template.Shingles;
import org.maraude.analyzer.rules.Indicator;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Facts;
import org.maraude.events.assessment.SealedContact;

/**
 * What the links see of an ad: taken from what is published of it, so no contact in clear ever
 * reaches them. Immutable.
 *
 * @param sighting as if this were the only reading of the ad
 * @param content a hash of the rest, to tell one content from another
 */
public record LinkedAd(String siteId, Sighting sighting, Shingles shingles, long content) {

  private static final Hasher64 HASH = Hashing.komihash5_0();

  public static LinkedAd of(Assessment ad) {
    var shingles = Shingles.of(ad);
    var sighting =
        new Sighting(
            new FirstSeen(ad.observedAt(), ad.adId()),
            ad.observedAt(),
            MemberName.of(ad.adId(), ad.contacts()),
            ad.contacts().stream().map(SealedContact::token).toList(),
            ad.facts().aliases().stream().map(LinkedAd::name).toList(),
            departement(ad),
            ad.facts().ages().stream().mapToInt(Facts.Age::value).min().orElse(0),
            ad.signals().stream()
                .anyMatch(signal -> signal.id().equals(Indicator.RECRUITMENT.id())));
    long content =
        HASH.hashStream()
            .putLong(shingles.id())
            .putString(sighting.contacts().toString())
            .putString(sighting.aliases().toString())
            .putString(sighting.departement())
            .putInt(sighting.lowestAge())
            .putBoolean(sighting.offersWork())
            .getAsLong();
    return new LinkedAd(ad.siteId(), sighting, shingles, content);
  }

  private static long name(String alias) {
    var folded = Normalizer.normalize(alias, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    return HASH.hashCharsToLong(folded.strip().toLowerCase(Locale.ROOT));
  }

  private static String departement(Assessment ad) {
    var resolved = ad.facts().place();
    var named = ad.place().departement();
    return resolved != null ? resolved.departement() : named == null ? "" : named;
  }
}
