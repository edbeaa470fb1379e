package org.maraude.dashboard.sites;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The crawler has told of no site with this id. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchSiteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoSuchSiteException() {
    super("the crawler follows no site with this id; GET /api/v1/sites lists them");
  }
}
