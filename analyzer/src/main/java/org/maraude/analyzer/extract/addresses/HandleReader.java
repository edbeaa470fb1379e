package org.maraude.analyzer.extract.addresses;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maraude.analyzer.extract.addresses.NetworkNames.Named;
import org.maraude.analyzer.extract.reading.Compact;
import org.maraude.analyzer.extract.reading.Hit;
import org.maraude.analyzer.extract.reading.Stretches;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.ContactKind;

/**
 * Finds names on other networks. A handle is believed when a sign such as «:» leads to it, or when
 * it looks like no ordinary word. Thread safe.
 */
public final class HandleReader {

  /** The network of a handle that stands alone behind an @. */
  static final String UNKNOWN_NETWORK = "unknown";

  private static final String GHOST = "👻";
  private static final int NEAR = 80;

  private static final String HANDLE =
      "([a-z0-9_][a-z0-9_.-]{1,28}(?<=[a-z0-9_])(?:#\\d{4})?)(?![\\p{L}\\p{N}*@])";

  private static final Pattern BEHIND =
      Pattern.compile(
          "((?:[\\s\uFFFC]{0,4}(?:[:=>~@(\\[/|-]|→|➡|c['’\\s]?est\\b|est\\b|is\\b|es\\b|je\\ssuis\\b|i\\sam\\b|soy\\b|moi\\b|me\\b|sur\\b|perso\\b|name\\b|id\\b|"
              + "pseudo\\b|user\\b|compte\\b|mon\\b|my\\b|prive\\b)){0,5}[\\s\uFFFC]{0,6})"
              + HANDLE);
  private static final Pattern AHEAD =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._])(@?)([a-z0-9_][a-z0-9_.-]{1,28}(?<=[a-z0-9_]))\\s{0,2}(?:sur|on|en|in|\\(|-|:)\\s{0,2}"
              + "(?:mon\\s|my\\s|mi\\s)?$");
  private static final Pattern SIGN = Pattern.compile("[:=>@→➡(\\[]");

  /** «mon snap c'est …»: what follows is a name unless it says something about the account. */
  private static final Pattern OWN = Pattern.compile("(?:\\bmon|\\bmy|\\bmi)\\s{1,2}$");

  private static final Pattern SAYS_NAME =
      Pattern.compile("c['’\\s]?est\\b|est\\b|is\\b|es\\b|pseudo\\b|name\\b|id\\b");

  private static final Set<String> ABOUT_THE_ACCOUNT =
      Set.of(
          "prive",
          "privee",
          "perso",
          "ferme",
          "gratuit",
          "payant",
          "bloque",
          "desactive",
          "private",
          "closed",
          "free",
          "blocked",
          "privado",
          "gratis",
          "pour",
          "dans",
          "reserve",
          "sur",
          "avec",
          "the",
          "for",
          "uniquement",
          "only",
          "actif",
          "active",
          "nouveau",
          "new",
          "ici",
          "here",
          "mieux",
          "disponible",
          "dispo",
          "possible",
          "better");

  private final NetworkNames networks = new NetworkNames();

  /** Handles named in the text. */
  public List<Hit> handles(Compact text, Stretches taken) {
    List<Hit> hits = new ArrayList<>();
    String folded = text.text();
    for (int at = 0; at < folded.length(); at++) {
      Named named = networks.at(folded, at);
      if (named != null) {
        behind(text, at, named, taken, hits);
        ahead(text, at, named, taken, hits);
        at = Math.max(at, named.end() - 1);
      } else if (folded.charAt(at) == '\uFFFC'
          && text.whole().raw().startsWith(GHOST, text.start(at))) {
        behind(text, at, new Named("snapchat", false, false, at + 1), taken, hits);
      }
    }
    for (int at = folded.indexOf('@'); at >= 0; at = folded.indexOf('@', at + 1)) {
      alone(text, at, taken, hits);
    }
    return hits;
  }

  private void behind(Compact text, int at, Named named, Stretches taken, List<Hit> hits) {
    String folded = text.text();
    Matcher found =
        BEHIND.matcher(folded).region(named.end(), Math.min(folded.length(), named.end() + NEAR));
    if (!found.useTransparentBounds(true).lookingAt()) {
      return;
    }
    String handle = found.group(2);
    boolean sign = SIGN.matcher(found.group(1)).find();
    boolean pictured = found.group(1).indexOf('\uFFFC') >= 0;
    boolean own =
        SAYS_NAME.matcher(found.group(1)).find()
            && OWN.matcher(folded.substring(Math.max(0, at - 6), at)).find()
            && !ABOUT_THE_ACCOUNT.contains(handle);
    if (isName(handle)
        && networks.at(folded, found.start(2)) == null
        && (sign || own || ((pictured || !named.needsSign()) && isUnlikeAWord(handle)))) {
      add(text, taken, hits, named.network(), handle, found.start(2), found.end(2), named.plain());
    }
  }

  private static void ahead(Compact text, int at, Named named, Stretches taken, List<Hit> hits) {
    int from = Math.max(0, at - NEAR / 2);
    Matcher found = AHEAD.matcher(text.text().substring(from, at));
    if (named.needsSign() || !found.find()) {
      return;
    }
    boolean sign = !found.group(1).isEmpty();
    if ((sign || isUnlikeAWord(found.group(2))) && isName(found.group(2))) {
      add(
          text,
          taken,
          hits,
          named.network(),
          found.group(2),
          from + found.start(1),
          from + found.end(2),
          named.plain());
    }
  }

  private static final Pattern ALONE = Pattern.compile("@\\s?" + HANDLE);

  private static void alone(Compact text, int at, Stretches taken, List<Hit> hits) {
    String folded = text.text();
    boolean inWord =
        at > 0
            && (Character.isLetterOrDigit(folded.charAt(at - 1))
                || ".*_".indexOf(folded.charAt(at - 1)) >= 0);
    Matcher found = ALONE.matcher(folded).region(at, folded.length()).useTransparentBounds(true);
    if (!inWord && found.lookingAt() && isName(found.group(1))) {
      boolean blank = Character.isWhitespace(folded.charAt(at + 1));
      if (!blank || isUnlikeAWord(found.group(1))) {
        add(text, taken, hits, UNKNOWN_NETWORK, found.group(1), at, found.end(), true);
      }
    }
  }

  private static boolean isUnlikeAWord(String handle) {
    boolean letter = false;
    boolean other = false;
    for (int at = 0; at < handle.length(); at++) {
      char unit = handle.charAt(at);
      letter |= unit >= 'a' && unit <= 'z';
      other |= (unit >= '0' && unit <= '9') || unit == '_' || unit == '.';
    }
    return letter && other;
  }

  /** Digits alone are a number's, not a name's. */
  private static boolean isName(String handle) {
    return handle.length() >= 3
        && handle.chars().anyMatch(unit -> (unit >= 'a' && unit <= 'z') || unit == '_');
  }

  private static void add(
      Compact text,
      Stretches taken,
      List<Hit> hits,
      String network,
      String handle,
      int start,
      int end,
      boolean plain) {
    int rawStart = text.start(start);
    int rawEnd = text.end(end);
    if (!taken.touch(rawStart, rawEnd)) {
      taken.add(rawStart, rawEnd);
      CanonicalContact contact =
          new CanonicalContact(ContactKind.HANDLE, network + ":" + NetworkLinks.trimmed(handle));
      hits.add(new Hit(contact, rawStart, rawEnd, plain));
    }
  }
}
