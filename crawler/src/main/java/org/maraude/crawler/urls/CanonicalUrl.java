package org.maraude.crawler.urls;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The one written form of an address, by which two links are the same page: as a browser resolves
 * it (WHATWG URL), its octets written one way (RFC 3986, 6.2.2), without fragment and without what
 * only counts clicks or names a session. The form of a canonical URL is itself. Thread safe.
 */
public final class CanonicalUrl {

  /** Characters of the longest. */
  public static final int LONGEST = 2048;

  /** What a link may have before its click counters are off; more is not even parsed. */
  private static final int LONGEST_LINK = 4 * LONGEST;

  private static final Pattern SCHEME = Pattern.compile("(?i)^([a-z][a-z0-9+.-]*):");

  // A host whose last label is a number is an IPv4 address (WHATWG URL, 3.5), which has one form.
  private static final Pattern NUMBER_AT_END =
      Pattern.compile("(?i)(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)\\.?");
  private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern FOUR_BYTES = Pattern.compile("(?:" + BYTE + "\\.){3}" + BYTE);

  private CanonicalUrl() {}

  /** A link judged: its canonical form, or why it has none. */
  public sealed interface Judged {
    record Canonical(String url) implements Judged {}

    record Refused(UrlRefusal why) implements Judged {}
  }

  /** The canonical form of an absolute URL. */
  public static Optional<String> of(String url) {
    return canonical(judge(url));
  }

  /** The canonical form of a link as it stands on the page {@code base}. */
  public static Optional<String> resolve(String base, String link) {
    return canonical(judge(base, link));
  }

  /** Judges an absolute URL. */
  public static Judged judge(String url) {
    if (url.length() > LONGEST_LINK) {
      return new Judged.Refused(UrlRefusal.TOO_LONG);
    }
    return judged(url, HttpUrl.parse(url.strip()));
  }

  /** Judges a link as it stands on the page {@code base}. */
  public static Judged judge(String base, String link) {
    if (link.length() > LONGEST_LINK) {
      return new Judged.Refused(UrlRefusal.TOO_LONG);
    }
    var page = HttpUrl.parse(base);
    return judged(link, page == null ? null : page.resolve(link.strip()));
  }

  /** Scheme, host and port, as in {@code https://demo.example}: what a robots.txt speaks for. */
  public static String origin(String canonical) {
    var url = HttpUrl.get(canonical);
    var root = url.newBuilder().encodedPath("/").query(null).fragment(null).build().toString();
    return root.substring(0, root.length() - 1);
  }

  private static Optional<String> canonical(Judged judged) {
    return switch (judged) {
      case Judged.Canonical(var url) -> Optional.of(url);
      case Judged.Refused refused -> Optional.empty();
    };
  }

  private static Judged judged(String link, @Nullable HttpUrl url) {
    if (url == null) {
      return new Judged.Refused(notWeb(link) ? UrlRefusal.NOT_WEB : UrlRefusal.NOT_A_URL);
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      return new Judged.Refused(UrlRefusal.CREDENTIALS);
    }
    if (oddHost(url.host())) {
      return new Judged.Refused(UrlRefusal.ODD_HOST);
    }
    var canonical =
        url.newBuilder()
            .encodedPath(Octets.path(url.encodedPath()))
            .encodedQuery(Octets.query(url.encodedQuery()))
            .fragment(null)
            .build()
            .toString();
    return canonical.length() > LONGEST
        ? new Judged.Refused(UrlRefusal.TOO_LONG)
        : new Judged.Canonical(canonical);
  }

  private static boolean notWeb(String link) {
    var scheme = SCHEME.matcher(link.strip());
    return scheme.find() && !scheme.group(1).toLowerCase(Locale.ROOT).matches("https?");
  }

  /** Whether a host is an IPv4 address in another form than four decimal numbers. */
  public static boolean oddHost(String host) {
    return NUMBER_AT_END.matcher(host).matches() && !FOUR_BYTES.matcher(host).matches();
  }
}
