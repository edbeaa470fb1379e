package org.maraude.standalone.demo.population;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One invented ad as a site lists it at some instant.
 *
 * @param site the site's id
 * @param localId digits, unique over all sites and for ever
 * @param advertiser the advertiser's number
 * @param postedAt whole seconds
 * @param body paragraphs parted by a line feed
 * @param town where, as written
 * @param departement the official code
 * @param age as the site's field shows it, null if left empty
 * @param phone as the site's field shows it, null if left empty
 * @param price euros an hour, null if left empty
 * @param images how many image tags the page shows; no image exists
 * @param revision 0 as posted, 1 after a change
 */
public record DemoAd(
    SiteId site,
    String localId,
    int advertiser,
    Instant postedAt,
    Language language,
    String category,
    String title,
    String body,
    String town,
    String departement,
    String name,
    @Nullable String age,
    @Nullable String phone,
    @Nullable Integer price,
    int images,
    int revision,
    AdTruth truth) {

  /** The ad's id in the pipeline: site, colon, local id. */
  public String adId() {
    return site.id() + ":" + localId;
  }

  /** The same ad of the same text, elsewhere in time: a re-post. */
  public DemoAd repostedAs(String newLocalId, Instant at) {
    return new DemoAd(
        site,
        newLocalId,
        advertiser,
        at,
        language,
        category,
        title,
        body,
        town,
        departement,
        name,
        age,
        phone,
        price,
        images,
        0,
        truth);
  }

  /** The same ad with another body and price: a change. */
  public DemoAd changedTo(String newBody, @Nullable Integer newPrice) {
    return new DemoAd(
        site,
        localId,
        advertiser,
        postedAt,
        language,
        category,
        title,
        newBody,
        town,
        departement,
        name,
        age,
        phone,
        newPrice,
        images,
        revision + 1,
        truth);
  }
}
