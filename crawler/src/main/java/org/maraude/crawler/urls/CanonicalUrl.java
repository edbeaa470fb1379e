package org.maraude.crawler.urls;

import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * The one written form of an address, by which two links are the same page: as a browser resolves
 * it (WHATWG URL), without fragment and without the parameters that only count clicks. Links that
 * are not http or https, or that carry a password, have none. Thread safe.
 */
public final class CanonicalUrl {

  private static final Set<String> CLICK_COUNTERS = Set.of("gclid", "fbclid", "msclkid");
  private static final int LONGEST = 2048;

  private CanonicalUrl() {}

  /** The canonical form of an absolute URL. */
  public static Optional<String> of(String url) {
    return canonical(HttpUrl.parse(url.strip()));
  }

  /** The canonical form of a link as it stands on the page {@code base}. */
  public static Optional<String> resolve(String base, String link) {
    var page = HttpUrl.parse(base);
    return page == null ? Optional.empty() : canonical(page.resolve(link.strip()));
  }

  /** Scheme, host and port, as in {@code https://demo.example}: what a robots.txt speaks for. */
  public static String origin(String canonical) {
    var url = HttpUrl.get(canonical);
    var root = url.newBuilder().encodedPath("/").query(null).fragment(null).build().toString();
    return root.substring(0, root.length() - 1);
  }

  private static Optional<String> canonical(@org.jspecify.annotations.Nullable HttpUrl url) {
    if (url == null || !url.username().isEmpty() || !url.password().isEmpty()) {
      return Optional.empty();
    }
    var builder = url.newBuilder().fragment(null);
    for (var name : url.queryParameterNames()) {
      if (name.startsWith("utm_") || CLICK_COUNTERS.contains(name)) {
        builder.removeAllQueryParameters(name);
      }
    }
    var written = builder.build();
    if ("".equals(written.encodedQuery())) {
      written = written.newBuilder().query(null).build();
    }
    String text = written.toString();
    return text.length() > LONGEST ? Optional.empty() : Optional.of(text);
  }
}
