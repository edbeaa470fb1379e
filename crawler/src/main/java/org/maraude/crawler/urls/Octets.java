package org.maraude.crawler.urls;

import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Path and query in their one spelling, without what is of the visit and not of the page. */
final class Octets {

  private static final Set<String> OF_THE_VISIT =
      Set.of(
          "gclid",
          "gclsrc",
          "dclid",
          "gbraid",
          "wbraid",
          "fbclid",
          "msclkid",
          "yclid",
          "twclid",
          "ttclid",
          "igshid",
          "mc_cid",
          "mc_eid",
          "_ga",
          "_gl",
          "phpsessid",
          "jsessionid");
  private static final Pattern SESSION = Pattern.compile("(?i);jsessionid=[^/;]*");
  private static final int HEXADECIMAL = 16;

  private Octets() {}

  static String path(String encoded) {
    return written(SESSION.matcher(encoded).replaceAll(""));
  }

  /** Null where nothing is left. The order of parameters may mean something, so it is kept. */
  static @Nullable String query(@Nullable String encoded) {
    if (encoded == null) {
      return null;
    }
    var kept = new StringJoiner("&");
    for (var parameter : encoded.split("&", -1)) {
      var spelled = written(parameter);
      int end = spelled.indexOf('=');
      var name = (end < 0 ? spelled : spelled.substring(0, end)).toLowerCase(Locale.ROOT);
      if (!name.startsWith("utm_") && !OF_THE_VISIT.contains(name)) {
        kept.add(spelled);
      }
    }
    return kept.length() == 0 ? null : kept.toString();
  }

  /**
   * Escapes in upper case, and none for a character that needs none in any place (RFC 3986, 6.2.2.1
   * and 6.2.2.2).
   */
  private static String written(String encoded) {
    if (encoded.indexOf('%') < 0) {
      return encoded;
    }
    var text = new StringBuilder(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c != '%') {
        text.append(c);
        continue;
      }
      int octet = octet(encoded, i + 1);
      if (octet < 0) {
        text.append("%25"); // a percent sign that escapes nothing must not begin to
        continue;
      }
      if (unreserved(octet)) {
        text.append((char) octet);
      } else {
        text.append('%').append(encoded.substring(i + 1, i + 3).toUpperCase(Locale.ROOT));
      }
      i += 2;
    }
    return text.toString();
  }

  private static int octet(String encoded, int at) {
    if (at + 1 >= encoded.length()) {
      return -1;
    }
    int high = Character.digit(encoded.charAt(at), HEXADECIMAL);
    int low = Character.digit(encoded.charAt(at + 1), HEXADECIMAL);
    return high < 0 || low < 0 ? -1 : high * HEXADECIMAL + low;
  }

  private static boolean unreserved(int octet) {
    return octet >= 'a' && octet <= 'z'
        || octet >= 'A' && octet <= 'Z'
        || octet >= '0' && octet <= '9'
        || octet == '-'
        || octet == '.'
        || octet == '_'
        || octet == '~';
  }
}
