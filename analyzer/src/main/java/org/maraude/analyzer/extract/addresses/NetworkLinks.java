package org.maraude.analyzer.extract.addresses;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maraude.analyzer.extract.reading.Compact;
import org.maraude.analyzer.extract.reading.Hit;
import org.maraude.analyzer.extract.reading.Stretches;
import org.maraude.analyzer.extract.reading.Table;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.ContactKind;
import org.maraude.contacts.Phones;

/**
 * Links to somebody's page on a network, among them {@code wa.me}, which is a phone. Thread safe.
 */
public final class NetworkLinks {

  private static final int LONGEST_HOST = 40;
  private static final Pattern WHO =
      Pattern.compile(
          "(?:add/|\\+|@|send/?\\?phone=(?:%2b)?\\+?)?([a-z0-9_][a-z0-9_.-]{1,40})[^\\s<>\"]{0,200}");
  private static final Pattern SCHEME = Pattern.compile("h(?:tt|xx)ps?://(?:www\\.)?$|www\\.$");

  private final Map<String, String> hosts = new HashMap<>();

  public NetworkLinks() {
    for (String[] row : Table.rows(NetworkLinks.class, "network-hosts.csv")) {
      hosts.put(row[0], row[1]);
    }
  }

  /** Such links in the order of the text. */
  public List<Hit> read(Compact text, Stretches taken) {
    List<Hit> hits = new ArrayList<>();
    String folded = text.text();
    for (int slash = folded.indexOf('/'); slash >= 0; slash = folded.indexOf('/', slash + 1)) {
      int start = slash;
      while (start > 0 && slash - start < LONGEST_HOST && isHost(folded.charAt(start - 1))) {
        start--;
      }
      start += folded.startsWith("www.", start) ? 4 : 0;
      String network = hosts.get(folded.substring(Math.min(start, slash), slash));
      if (network != null) {
        link(text, start, slash, network, taken).ifPresent(hits::add);
      }
    }
    return hits;
  }

  private static boolean isHost(char unit) {
    return (unit >= 'a' && unit <= 'z')
        || (unit >= '0' && unit <= '9')
        || unit == '.'
        || unit == '-';
  }

  private static Optional<Hit> link(
      Compact text, int host, int slash, String network, Stretches taken) {
    String folded = text.text();
    Matcher who = WHO.matcher(folded).region(slash + 1, folded.length());
    if (!who.lookingAt()) {
      return Optional.empty();
    }
    Matcher scheme = SCHEME.matcher(folded).region(Math.max(0, host - 12), host);
    int start = text.start(scheme.find() ? scheme.start() : host);
    int end = text.end(who.end());
    Optional<CanonicalContact> contact =
        network.equals("whatsapp")
            ? Phones.read("+" + who.group(1), Phones.DEFAULT_REGION)
            : Optional.of(
                new CanonicalContact(ContactKind.HANDLE, network + ":" + trimmed(who.group(1))));
    if (contact.isEmpty() || taken.touch(start, end)) {
      return Optional.empty();
    }
    taken.add(start, end);
    return Optional.of(new Hit(contact.get(), start, end, true));
  }

  /** A handle without the stop that ended the sentence. */
  static String trimmed(String handle) {
    int end = handle.length();
    while (end > 1 && (handle.charAt(end - 1) == '.' || handle.charAt(end - 1) == '-')) {
      end--;
    }
    return handle.substring(0, end);
  }
}
