package org.maraude.crawler.sitemap;

import org.maraude.events.crawl.FetchOutcome;

/** A sitemap that cannot be used, with the outcome that says why. */
public final class SitemapException extends Exception {

  private static final long serialVersionUID = 1L;

  private final FetchOutcome outcome;

  SitemapException(FetchOutcome outcome, Throwable cause) {
    super(outcome.name(), cause);
    this.outcome = outcome;
  }

  public FetchOutcome outcome() {
    return outcome;
  }
}
