package org.maraude.crawler.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.maraude.events.crawl.FetchOutcome;

/** Names the ways in which a request ends without content. Pure functions. */
final class Ending {

  private Ending() {}

  /** An answer without content to read, by its status. Redirects and content are not asked here. */
  static FetchOutcome of(int status, boolean conditional) {
    return switch (status) {
      // Nothing was asked that could be unchanged.
      case 304 -> conditional ? FetchOutcome.NOT_MODIFIED : FetchOutcome.UNEXPECTED_STATUS;
      case 404, 410 -> FetchOutcome.GONE;
      case 401, 403 -> FetchOutcome.FORBIDDEN;
      case 429 -> FetchOutcome.TOO_MANY_REQUESTS;
      case 503 -> FetchOutcome.UNAVAILABLE;
      default ->
          status >= 500 && status < 600
              ? FetchOutcome.SERVER_ERROR
              : FetchOutcome.UNEXPECTED_STATUS;
    };
  }

  /**
   * A failure.
   *
   * @param answered whether the head of an answer had come
   */
  static FetchOutcome of(IOException failure, boolean answered) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AddressRefusedException || cause instanceof GuardedClient.RefusedName) {
        return FetchOutcome.ADDRESS_REFUSED;
      }
    }
    return switch (failure) {
      case RefusedBody refused -> refused.outcome();
      case UnknownHostException unknown -> FetchOutcome.NAME_UNKNOWN;
      case SSLException tls -> FetchOutcome.TLS_FAILED;
      case InterruptedIOException late -> FetchOutcome.TIMEOUT;
      case ProtocolException wrong -> ofProtocol(wrong);
      case EOFException early -> FetchOutcome.TRUNCATED;
      default -> answered ? FetchOutcome.TRUNCATED : FetchOutcome.CONNECTION_FAILED;
    };
  }

  /** The client has one exception for an answer that ends early and for one that is wrong. */
  private static FetchOutcome ofProtocol(ProtocolException wrong) {
    boolean early = String.valueOf(wrong.getMessage()).contains("unexpected end of stream");
    return early ? FetchOutcome.TRUNCATED : FetchOutcome.MALFORMED;
  }
}
