package org.maraude.crawler.fetch;

/** A permit's lease was over before its request could be sent. Nothing was asked of the site. */
public final class LeaseOverException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LeaseOverException(String permitId) {
    super("the lease of permit %s was over before its request was sent".formatted(permitId));
  }
}
