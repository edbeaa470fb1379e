package org.maraude.events.assessment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Event;
import org.maraude.events.Required;
import org.maraude.events.ads.Place;

/**
 * What the machine says of one ad, for a person to judge. Keyed by ad id; a later {@code revision}
 * replaces an earlier one.
 *
 * <p>Title and body are masked: no contact stands in them in clear. Every span counts UTF-16 units
 * of these masked texts, so that a mark falls on the words a reader sees.
 *
 * @param revision 1 for the first assessment of the ad, one more for each later one
 * @param ruleset the stamp of rules and scoring that were used
 * @param language ISO 639-1 of the text, {@code und} if unclear; never scored
 * @param score the sum of the capped groups, in log-odds
 * @param why what led to the queue, or what was missing for one, each a stable code with its
 *     figures such as {@code groups:2} or {@code missing:second-group}
 */
public record Assessment(
    String adId,
    String siteId,
    String url,
    int revision,
    Instant observedAt,
    @Nullable Instant postedAt,
    @Nullable String category,
    Place place,
    String ruleset,
    String language,
    String title,
    String body,
    List<SealedContact> contacts,
    Facts facts,
    List<Signal> signals,
    Links links,
    double score,
    Queue queue,
    List<String> why)
    implements Event {

  public Assessment {
    Required.text(adId, "adId");
    Required.text(siteId, "siteId");
    Required.text(url, "url");
    Required.field(observedAt, "observedAt");
    Required.field(title, "title");
    Required.field(body, "body");
    Required.field(ruleset, "ruleset");
    Required.field(queue, "queue");
    place = place == null ? Place.UNKNOWN : place;
    language = language == null ? "und" : language;
    contacts = Required.list(contacts);
    facts = facts == null ? Facts.NONE : facts;
    signals = Required.list(signals);
    links = links == null ? Links.NONE : links;
    why = Required.list(why);
  }
}
