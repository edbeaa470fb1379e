package org.maraude.crawler.fetch;

import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;

/**
 * A client that makes one request for one call, to an address that the guard allows, and keeps
 * nothing: no cookie, no cache, no retry, no redirect followed.
 */
final class GuardedClient {

  /**
   * How long a connection is kept for another request. A site with a longer delay is told that none
   * is: many servers close theirs after five seconds, and a request on one that is just being
   * closed would count as the site's failure.
   */
  static final Duration KEPT = Duration.ofSeconds(4);

  private static final int MOST_KEPT = 256;

  private GuardedClient() {}

  static OkHttpClient of(
      Limits limits, Dns names, LeaseCheck lease, EventListener listener, boolean local) {
    return new OkHttpClient.Builder()
        .cookieJar(CookieJar.NO_COOKIES)
        .authenticator(Authenticator.NONE)
        .proxy(Proxy.NO_PROXY)
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .fastFallback(false)
        .addNetworkInterceptor(lease)
        .addNetworkInterceptor(new OneRequest())
        .callTimeout(limits.call())
        .connectTimeout(limits.call())
        .readTimeout(limits.call())
        .writeTimeout(limits.call())
        .connectionPool(new ConnectionPool(MOST_KEPT, KEPT.toMillis(), TimeUnit.MILLISECONDS))
        .dns(guarded(names, local))
        .socketFactory(new GuardedSockets(local))
        .eventListener(listener)
        .build();
  }

  private static Dns guarded(Dns names, boolean local) {
    return host -> {
      var addresses = List.copyOf(names.lookup(host));
      // One refused address among several is enough: which one is used is not ours to choose.
      for (var address : addresses) {
        if (!AddressGuard.allows(address, local)) {
          throw new RefusedName();
        }
      }
      return addresses;
    };
  }

  /** Carries a refusal through an interface that knows only unknown names. */
  static final class RefusedName extends UnknownHostException {
    private static final long serialVersionUID = 1L;
  }
}
