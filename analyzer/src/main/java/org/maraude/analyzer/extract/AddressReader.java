package org.maraude.analyzer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.ContactKind;

/**
 * Finds e-mail addresses, also with «arobase» and «point» spelt out, and web links. Thread safe.
 */
final class AddressReader {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** Ends that disguised addresses and links without a scheme must have: short words abound. */
  private static final String ENDS =
      "(?:com|org|net|test|invalid|example|info|biz|fr|be|ch|lu|es|pt|it|ro|de|at|uk|co\\.uk|eu|io|me|paris|fans|app|"
          + "site|online|xyz|live|link|bio)";

  private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}_+-]*";
  private static final String SPELT_DOT =
      "(?:\\s*[\\[({<]\\s*(?:dot|point|punto|\\.)\\s*[\\])}>]\\s*|\\s+(?:dot|point|punto)\\s+)";
  private static final String DOT = "(?:\\s?[.．]\\s?|" + SPELT_DOT + ")";
  private static final String SPELT_AT =
      "(?:\\s*[\\[({<]\\s*(?:at|a|arr?obase?|arroba|@)\\s*[\\])}>]\\s*|\\s+(?:arr?obase?|arroba)\\s+|\\s?[@＠]\\s?)";

  private static final Pattern PLAIN_MAIL =
      Pattern.compile("[a-z0-9][a-z0-9._%+-]*@[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,12}", FLAGS);
  private static final Pattern DISGUISED_MAIL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(%s(?:(?:\\.|%s)%s)*)%s((?:%s%s){1,3}?%s)(?![\\p{L}\\p{N}])"
              .formatted(NAME, SPELT_DOT, NAME, SPELT_AT, NAME, DOT, ENDS),
          FLAGS);

  /** A bare «at» is an English word, so it needs a spelt «dot» behind it. */
  private static final Pattern SPOKEN_MAIL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(%s(?:(?:\\.|%s)%s)*)\\s+at\\s+((?:%s%s){1,3}?%s)(?![\\p{L}\\p{N}])"
              .formatted(NAME, SPELT_DOT, NAME, NAME, SPELT_DOT, ENDS),
          FLAGS);

  /**
   * What every address has, in clear or disguised; the patterns above are too slow to try in vain.
   */
  private static final Pattern MAY_BE_MAIL =
      Pattern.compile("[@＠]|ar[r]?ob|[\\[({<]\\s*a|\\sat\\s[^\\n]{2,60}\\s?(?:dot|point)", FLAGS);

  private static final Pattern ANY_DOT = Pattern.compile(DOT, FLAGS);

  private static final Pattern LINK =
      Pattern.compile(
          "(?:https?://[^\\s<>\"]+|www\\.[^\\s<>\"]+\\.[^\\s<>\"]+"
              + "|(?<![\\p{L}\\p{N}@._*-])(?:[a-z0-9][a-z0-9-]*\\.)+"
              + ENDS
              + "(?![\\p{L}\\p{N}-]|\\.\\p{L})(?:/[^\\s<>\"]*)?)",
          FLAGS);
  private static final Pattern MAY_BE_LINK = Pattern.compile("\\.[A-Za-z]{2}|://");
  private static final Pattern TRAILING = Pattern.compile("[.,;:!?)\\]}'»*]+$");

  private AddressReader() {}

  static List<Hit> mails(String text, Stretches taken) {
    List<Hit> hits = new ArrayList<>();
    if (text.indexOf('@') >= 0) {
      for (Matcher found = PLAIN_MAIL.matcher(text); found.find(); ) {
        add(hits, taken, found, found.group(), true);
      }
    }
    if (!MAY_BE_MAIL.matcher(text).find()) {
      return hits;
    }
    for (Pattern disguised : List.of(DISGUISED_MAIL, SPOKEN_MAIL)) {
      for (Matcher found = disguised.matcher(text); found.find(); ) {
        String address = undot(found.group(1)) + "@" + undot(found.group(2));
        add(hits, taken, found, address, false);
      }
    }
    return hits;
  }

  private static String undot(String part) {
    return ANY_DOT.matcher(part).replaceAll(".").strip();
  }

  private static void add(
      List<Hit> hits, Stretches taken, Matcher found, String address, boolean plain) {
    if (taken.touch(found.start(), found.end())) {
      return;
    }
    taken.add(found.start(), found.end());
    CanonicalContact mail =
        new CanonicalContact(ContactKind.EMAIL, Folding.fold(address).toLowerCase(Locale.ROOT));
    hits.add(new Hit(mail, found.start(), found.end(), plain));
  }

  /** Links in the order of the text; those of known networks are left to {@link HandleReader}. */
  static List<Hit> links(String text, Stretches taken) {
    if (!MAY_BE_LINK.matcher(text).find()) {
      return List.of();
    }
    List<Hit> hits = new ArrayList<>();
    for (Matcher found = LINK.matcher(text); found.find(); ) {
      String written = TRAILING.matcher(found.group()).replaceAll("");
      int end = found.start() + written.length();
      if (!taken.touch(found.start(), end)) {
        taken.add(found.start(), end);
        hits.add(
            new Hit(
                new CanonicalContact(ContactKind.LINK, url(written)), found.start(), end, true));
      }
    }
    return hits;
  }

  private static String url(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    String absolute = lower.startsWith("http") ? written : "https://" + written;
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
