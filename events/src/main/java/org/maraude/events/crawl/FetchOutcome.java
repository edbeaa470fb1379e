package org.maraude.events.crawl;

/** How a request ended. Every way has a name; none is an exception. */
public enum FetchOutcome {
  /** Content, and it is in the result. */
  CONTENT,
  /** 304: as it was. */
  NOT_MODIFIED,
  /** 404 or 410. */
  GONE,
  /** 3xx with a target inside the site; it needs a permit of its own. */
  REDIRECT,
  /** 3xx to a place that the site file does not name, or no usable target. */
  OUT_OF_SCOPE,
  /** A redirect to itself, or one more than are followed. */
  ENDLESS_REDIRECT,
  /**
   * The URL asked for, or the one redirected to, is no page's: too long, odd, or with a password.
   */
  URL_REFUSED,
  /** 401 or 403. */
  FORBIDDEN,
  /** 429. */
  TOO_MANY_REQUESTS,
  /** 503. */
  UNAVAILABLE,
  /** Any other 5xx. */
  SERVER_ERROR,
  /** Any other status. */
  UNEXPECTED_STATUS,
  /** A page that asks whether a person reads it. Never got round, never content. */
  WALL,
  /** Content that lacks what the site file requires. */
  INCOMPLETE,
  /** Text that is not in the encoding it claims. */
  UNDECODABLE,
  /** More bytes, decoded, than are read of any page. */
  TOO_LARGE,
  /** Neither HTML nor XML, JSON or text. */
  WRONG_TYPE,
  /** A coding of the body that is not read: an unknown one, or several upon each other. */
  UNKNOWN_ENCODING,
  /** A compressed body that cannot be unpacked: damaged, or without its end. */
  CORRUPT,
  /** The answer broke off: fewer bytes than announced, or no last chunk. */
  TRUNCATED,
  /** An answer that is no HTTP: a bad chunk, a bad status line, a length that is no number. */
  MALFORMED,
  /** A page over which the reading itself failed; the crawler's log says how. */
  UNREADABLE,
  /** Not answered whole within the time of a call. */
  TIMEOUT,
  /** The name has no address. */
  NAME_UNKNOWN,
  /** The certificate or the handshake failed. */
  TLS_FAILED,
  /** Any other failure of the connection. */
  CONNECTION_FAILED,
  /** The address is one no crawler may speak to. */
  ADDRESS_REFUSED
}
