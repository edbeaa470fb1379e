package org.maraude.standalone.demo.site;

import java.net.URI;
import java.time.Duration;

/**
 * Writes the site file by which the crawler reads a demo site, whose listing is asked again every
 * {@code poll} at the soonest, in whole seconds.
 */
final class SiteFileText {

  private SiteFileText() {}

  static String of(SitePages pages, String address, Duration poll) {
    String id = pages.site().id();
    return """
    # Written by the demo for a site that the demo serves itself.
    id: %s
    name: "%s"
    approval: {by: "Demo", on: 2026-11-01, basis: "Synthetic data, served by this program on this machine"}
    local: true
    delay: 20ms
    backoff: 5s
    politenessGroup: %s
    maxPages: 200
    zone: Europe/Paris
    start: ["%s"]
    hosts: ["%s"]
    revisit: {min: %ds, max: 1m, ads: 45m}
    """
            .formatted(
                id,
                pages.name(),
                id,
                address + pages.listingPath(1),
                URI.create(address).getAuthority(),
                poll.toSeconds())
        + pages.rules();
  }
}
