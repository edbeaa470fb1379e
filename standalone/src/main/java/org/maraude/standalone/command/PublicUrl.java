package org.maraude.standalone.command;

import java.net.URI;
import org.maraude.standalone.UsageException;

/** The address of the console as somebody types it. */
final class PublicUrl {

  private PublicUrl() {}

  /**
   * Scheme, host and perhaps a port.
   *
   * @throws UsageException when it is something else; plain HTTP does for this machine only, since
   *     browsers give passkeys and secure cookies to nothing else
   */
  static URI parse(String given) {
    URI url;
    try {
      url = URI.create(given.strip());
    } catch (IllegalArgumentException e) {
      throw wrong(given);
    }
    boolean path = url.getRawPath() != null && !url.getRawPath().matches("/?");
    boolean here = "localhost".equals(url.getHost()) || "127.0.0.1".equals(url.getHost());
    boolean scheme = "https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && here);
    if (url.getHost() == null || path || !scheme || url.getRawQuery() != null) {
      throw wrong(given);
    }
    return URI.create(
        url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort()));
  }

  private static UsageException wrong(String given) {
    return new UsageException(
        "the public URL '%s' does not do; write https://HOST without a path, or http://localhost:PORT for this machine"
            .formatted(given));
  }
}
