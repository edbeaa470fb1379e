package org.maraude.standalone.command;

import org.maraude.crawler.fetch.CrawlerIdentity;
import org.maraude.standalone.UsageException;

/** Who crawls, from what a person gave. */
final class Association {

  private Association() {}

  /**
   * The identity that every request carries.
   *
   * @throws UsageException when name, page or address is missing or unusable
   */
  static CrawlerIdentity of(String name, String page, String email) {
    try {
      return new CrawlerIdentity(name, page, email);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
