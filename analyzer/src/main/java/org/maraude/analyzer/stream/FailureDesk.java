package org.maraude.analyzer.stream;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.meters.AnalyzerMeters;
import org.maraude.events.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one instance makes of failures: sites are set aside and come back, told once each, and too
 * many failures end the instance. Shared by its threads; a record that is tried again counts twice.
 * Thread safe.
 */
public final class FailureDesk {

  /** Stands for the site of a record whose key names none. */
  static final String NO_SITE = "unknown";

  private static final Logger log = LoggerFactory.getLogger(FailureDesk.class);
  private static final Pattern SITE = Pattern.compile("[A-Za-z0-9-]{1,63}");
  private static final int DIGITS_OF_NO_NUMBER = 6;

  private final FailureWatch all;
  private final SiteWatch sites;
  private final AnalyzerMeters meters;

  public FailureDesk(InstantSource clock, AnalyzerMeters meters) {
    this.all = new FailureWatch(clock);
    this.sites = new SiteWatch(clock);
    this.meters = meters;
  }

  /**
   * The site that a key names. A key is only what somebody wrote: what does not look like a site's
   * id, or could hold a number to call, is not taken into a log.
   */
  static String site(byte @Nullable [] key) {
    var text = key == null ? "" : new String(key, StandardCharsets.UTF_8);
    int colon = text.indexOf(':');
    var site = colon < 0 ? "" : text.substring(0, colon);
    boolean isSite =
        SITE.matcher(site).matches()
            && site.chars().filter(Character::isDigit).count() <= DIGITS_OF_NO_NUMBER;
    return isSite ? site : NO_SITE;
  }

  /** Whether a record is to be tried; the ads of a site set aside are not. */
  boolean admits(String topic, String site) {
    return !isAd(topic) || sites.admits(site);
  }

  /**
   * A record was taken.
   *
   * @throws TooManyFailuresException when too many others were not
   */
  void worked(String topic, String site) {
    if (isAd(topic) && sites.worked(site) == SiteWatch.Change.BACK) {
      log.info("an ad of site {} was taken: the site is no longer set aside", site);
      meters.sitesAside(sites.aside());
    }
    stopWhere(all.worked());
  }

  /**
   * A record that was tried failed.
   *
   * @throws TooManyFailuresException when too many did
   */
  void failed(String topic, String site) {
    // Where the site is not known, setting it aside would set aside nobody knows whom.
    if (isAd(topic) && !site.equals(NO_SITE) && sites.failed(site) == SiteWatch.Change.SET_ASIDE) {
      log.error(
          "{} ads of site {} failed one after another: the site is set aside and its ads go to the"
              + " dead letters unread; one is tried every {} minutes",
          SiteWatch.IN_A_ROW,
          site,
          SiteWatch.TRIED_AGAIN_AFTER.toMinutes());
      meters.sitesAside(sites.aside());
    }
    stopWhere(all.failed(site));
  }

  private static void stopWhere(Optional<String> reason) {
    reason.ifPresent(why -> {
      throw new TooManyFailuresException(why);
    });
  }

  private static boolean isAd(String topic) {
    return topic.equals(Topic.ADS_OBSERVED.topicName());
  }
}
