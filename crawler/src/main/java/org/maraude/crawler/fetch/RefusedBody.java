package org.maraude.crawler.fetch;

import java.io.IOException;
import org.maraude.events.crawl.FetchOutcome;

/** A body that is not read, or not further, with the name of the reason. */
final class RefusedBody extends IOException {

  private static final long serialVersionUID = 1L;

  private final FetchOutcome outcome;

  RefusedBody(FetchOutcome outcome) {
    super(outcome.name());
    this.outcome = outcome;
  }

  FetchOutcome outcome() {
    return outcome;
  }
}
