package org.maraude.crawler.urls;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Whose patience a request costs: the registrable domain by the public suffix list, so that all
 * hosts of one owner count together. An IP address or a single-label host is its own key, without
 * its port. A site file may name a group instead. Every crawl topic is keyed by it.
 */
public final class PolitenessKey {

  private PolitenessKey() {}

  /**
   * The key of a canonical URL.
   *
   * @param group the site file's {@code politenessGroup}, which wins
   */
  public static String of(String canonical, @Nullable String group) {
    if (group != null) {
      return group;
    }
    var url = HttpUrl.get(canonical);
    var registrable = url.topPrivateDomain();
    return registrable == null ? url.host() : registrable;
  }
}
