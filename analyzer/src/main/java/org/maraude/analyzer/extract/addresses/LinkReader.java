package org.maraude.analyzer.extract.addresses;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maraude.analyzer.extract.reading.Compact;
import org.maraude.analyzer.extract.reading.Hit;
import org.maraude.analyzer.extract.reading.Stretches;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.ContactKind;

/** Finds web links, also without a scheme, with a broken one, or with dots spelt. Thread safe. */
public final class LinkReader {

  private static final Pattern LINK =
      Pattern.compile(
          "h(?:tt|xx)ps?://[^\\s<>\"]{1,2000}|www\\.[^\\s<>\"]{1,500}\\.[^\\s<>\"]{1,1000}"
              + "|(?<![\\p{L}\\p{N}@._*-])(?:[a-z0-9][a-z0-9-]{0,62}\\.){1,6}"
              + DomainNames.ENDS
              + "(?![\\p{L}\\p{N}-]|\\.\\p{L})(?:/[^\\s<>\"]{0,1000})?");

  private static final Pattern SPELT =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@._*-])(?:%s%s){1,4}%s(?![\\p{L}\\p{N}-])"
              .formatted(DomainNames.NAME, DomainNames.SPELT_DOT, DomainNames.CLEAR_ENDS));

  private static final String TRAILING = ".,;:!?)]}'»*";

  /** Links in the order of the text; those of known networks are left to {@link NetworkLinks}. */
  public List<Hit> read(Compact text, Stretches taken) {
    List<Hit> hits = new ArrayList<>();
    String folded = text.text();
    if (mayHoldOne(folded)) {
      for (Matcher found = LINK.matcher(folded); found.find(); ) {
        int end = found.end();
        while (end > found.start() && TRAILING.indexOf(folded.charAt(end - 1)) >= 0) {
          end--;
        }
        add(text, found.start(), end, url(text.raw(found.start(), end)), true, taken, hits);
      }
    }
    if (folded.contains(" point ")
        || folded.contains(" dot ")
        || folded.contains("(")
        || folded.contains("[")) {
      for (Matcher found = SPELT.matcher(folded); found.find(); ) {
        String url = url(DomainNames.undot(found.group()));
        add(text, found.start(), found.end(), url, false, taken, hits);
      }
    }
    return hits;
  }

  /** A dot or a scheme before a letter. */
  private static boolean mayHoldOne(String folded) {
    for (int at = folded.indexOf('.'); at >= 0; at = folded.indexOf('.', at + 1)) {
      if (at > 0
          && at + 2 < folded.length()
          && Character.isLetter(folded.charAt(at + 1))
          && Character.isLetter(folded.charAt(at + 2))
          && Character.isLetterOrDigit(folded.charAt(at - 1))) {
        return true;
      }
    }
    return folded.contains("://");
  }

  private static void add(
      Compact text, int from, int to, String url, boolean plain, Stretches taken, List<Hit> hits) {
    int start = text.start(from);
    int end = text.end(to);
    if (to > from && url.length() > "https://".length() && !taken.touch(start, end)) {
      taken.add(start, end);
      hits.add(new Hit(new CanonicalContact(ContactKind.LINK, url), start, end, plain));
    }
  }

  private static String url(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    String whole =
        lower.startsWith("hxxp") ? "http" + written.substring(4).replace("[.]", ".") : written;
    String absolute =
        lower.startsWith("http") || lower.startsWith("hxxp") ? whole : "https://" + whole;
    int host = absolute.indexOf("//") + 2;
    int path = absolute.indexOf('/', host);
    int fragment = absolute.indexOf('#', host);
    String end = fragment < 0 ? absolute : absolute.substring(0, fragment);
    return path < 0 || path >= end.length()
        ? end.toLowerCase(Locale.ROOT)
        : end.substring(0, path).toLowerCase(Locale.ROOT)
            + (path + 1 == end.length() ? "" : end.substring(path));
  }
}
