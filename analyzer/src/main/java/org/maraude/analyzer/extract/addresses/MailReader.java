package org.maraude.analyzer.extract.addresses;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maraude.analyzer.extract.patterns.QuickPattern;
import org.maraude.analyzer.extract.reading.Compact;
import org.maraude.analyzer.extract.reading.Hit;
import org.maraude.analyzer.extract.reading.Stretches;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.ContactKind;

/**
 * Finds e-mail addresses, also with the sign and the dots spelt out. It looks at a few dozen
 * characters around whatever may be the sign. Thread safe.
 */
public final class MailReader {

  private static final int NEAR = 90;

  private static final QuickPattern SIGN =
      QuickPattern.compile(
          "\\s{0,2}[\\[({<]\\s?(?:at|a|arr?ob(?:ase?|a)|@)\\s?[\\])}>]\\s{0,2}|\\s?@\\s?"
              + "|\\s{1,2}(?:arr?ob(?:ase?|a)|at|chez)\\s{1,2}");
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(%s(?:(?:\\.|%s)%s){0,5})$"
              .formatted(DomainNames.NAME, DomainNames.SPELT_DOT, DomainNames.NAME));
  private static final Pattern PLAIN_BEFORE = Pattern.compile("([a-z0-9][a-z0-9._%+-]{0,63})$");
  private static final Pattern PLAIN_BEHIND =
      Pattern.compile("([a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,5}\\.[a-z]{2,12})");
  private static final Pattern BEHIND =
      Pattern.compile(
          "((?:%s%s){1,3}?%s)(?![\\p{L}\\p{N}])"
              .formatted(DomainNames.NAME, DomainNames.DOT, DomainNames.ENDS));

  /** A bare «at» or «chez» is an ordinary word, so it needs a spelt dot behind it. */
  private static final Pattern SPOKEN_BEHIND =
      Pattern.compile(
          "((?:%s%s){1,3}?%s)(?![\\p{L}\\p{N}])"
              .formatted(DomainNames.NAME, DomainNames.SPELT_DOT, DomainNames.CLEAR_ENDS));

  /** The addresses of a text, in its order. */
  public List<Hit> read(Compact text, Stretches taken) {
    List<Hit> hits = new ArrayList<>();
    String folded = text.text();
    if (!mayHoldOne(folded)) {
      return hits;
    }
    for (Matcher sign = SIGN.find(folded, 0); sign != null; sign = SIGN.find(folded, sign.end())) {
      String before = folded.substring(Math.max(0, sign.start() - NEAR), sign.start());
      boolean plain =
          sign.group().equals("@") && plain(text, before, sign.start(), sign.end(), taken, hits);
      if (!plain) {
        boolean spoken = sign.group().strip().equals("at") || sign.group().strip().equals("chez");
        Pattern behind = spoken ? SPOKEN_BEHIND : BEHIND;
        add(text, BEFORE, behind, before, sign.start(), sign.end(), false, taken, hits);
      }
    }
    return hits;
  }

  /** What every address has; the patterns are too slow to try in vain. */
  private static boolean mayHoldOne(String folded) {
    return folded.indexOf('@') >= 0
        || folded.contains("rob")
        || folded.contains(" at ")
        || folded.contains(" chez ")
        || folded.contains("at)")
        || folded.contains("at]")
        || folded.contains("at}")
        || folded.contains("a)")
        || folded.contains("a]")
        || folded.contains("a}")
        || folded.contains("a>");
  }

  private static boolean plain(
      Compact text, String before, int start, int end, Stretches taken, List<Hit> hits) {
    return add(text, PLAIN_BEFORE, PLAIN_BEHIND, before, start, end, true, taken, hits);
  }

  private static boolean add(
      Compact text,
      Pattern left,
      Pattern right,
      String before,
      int start,
      int end,
      boolean plain,
      Stretches taken,
      List<Hit> hits) {
    String folded = text.text();
    Matcher name = left.matcher(before);
    Matcher host =
        right
            .matcher(folded)
            .region(end, Math.min(folded.length(), end + NEAR))
            .useTransparentBounds(true);
    if (!host.lookingAt() || !name.find()) {
      return false;
    }
    int from = text.start(start - before.length() + name.start(1));
    int to = text.end(host.end());
    if (taken.touch(from, to)) {
      return false;
    }
    String address = DomainNames.undot(name.group(1)) + "@" + DomainNames.undot(host.group(1));
    boolean asWritten = plain && text.whole().raw().substring(from, to).equalsIgnoreCase(address);
    taken.add(from, to);
    hits.add(new Hit(new CanonicalContact(ContactKind.EMAIL, address), from, to, asWritten));
    return true;
  }
}
