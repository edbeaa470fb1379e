package org.maraude.analyzer.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.ContactKind;
import org.maraude.contacts.Phones;

/**
 * Finds names on other networks, whose own names may be disguised ({@code sn@p}, {@code
 * i.n.s.t.a}). A handle is believed when a sign such as «:» leads to it, or when it looks like no
 * ordinary word. Thread safe.
 */
final class HandleReader {

  /** The network of a handle that stands alone behind an @. */
  static final String UNKNOWN_NETWORK = "unknown";

  private static final String SEPARATOR = "[._*'\u2060-]?";
  private static final String WIDE_SEPARATOR = "[ ._*'\u2060-]?";
  private static final String NOT_IN_WORD = "(?<![\\p{L}\\p{N}@._*/-])";

  /** A letter may be drawn by two units, of which folding leaves a letter and a filler. */
  private static final String HANDLE =
      "([a-z0-9_]\u2060?+(?:[a-z0-9_.-]\u2060?+){1,28}(?<=[a-z0-9_]\u2060?))(?![\\p{L}\\p{N}*])";

  private static final String LEAD =
      "((?:[\\s\u2060\uFFFC\uFE0F]*(?:[:=>~@(\\[/|-]|→|est\\b|c'?est\\b|is\\b|es\\b|moi\\b|me\\b|sur\\b|perso\\b|name\\b|id\\b"
          + "|pseudo\\b|user\\b|compte\\b|mon\\b|my\\b|prive\\b)){0,4}[\\s\u2060\uFFFC\uFE0F]*)";
  private static final Pattern SIGN = Pattern.compile("[:=>@→(\\[]");
  private static final Pattern UNLIKE_A_WORD = Pattern.compile("(?=.*[a-z])(?=.*[0-9_.]).*");
  private static final Pattern LETTERS = Pattern.compile(".*[a-z_].*");
  private static final Pattern ALONE = Pattern.compile("(?<![\\p{L}\\p{N}.*_])@\\s?" + HANDLE);

  private record Network(String name, boolean isShort) {}

  private final Map<String, Network> networks = new HashMap<>();
  private final Map<String, String> hosts = new HashMap<>();
  private final Pattern named;
  private final Pattern before;
  private final Pattern linked;

  HandleReader() {
    List<String> patterns = new ArrayList<>();
    for (String[] row : Resource.rows("networks.csv")) {
      networks.put(row[0], new Network(row[1], row[2].equals("short")));
      patterns.add(disguises(row[0]));
    }
    patterns.sort((one, other) -> other.length() - one.length());
    String anyNetwork = "(" + String.join("|", patterns) + ")(?![\\p{L}\\p{N}])";
    named = Pattern.compile(NOT_IN_WORD + anyNetwork + LEAD + HANDLE);
    before =
        Pattern.compile(
            NOT_IN_WORD
                + "(@?)"
                + HANDLE
                + "\\s*(?:sur|on|en|in|\\(|-|:)\\s*(?:mon\\s|my\\s|mi\\s)?"
                + anyNetwork);
    for (String[] row : Resource.rows("network-hosts.csv")) {
      hosts.put(row[0], row[1]);
    }
    linked =
        Pattern.compile(
            "(?:https?://)?(?:www\\.)?(?<![\\p{L}\\p{N}-])("
                + hosts.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"))
                + ")/(?:add/|\\+|@)?([a-z0-9_][a-z0-9_.-]{1,40})[^\\s<>\"]*");
  }

  /** The ways one name is written: lookalikes for each letter, separators between. */
  private static String disguises(String name) {
    return name.chars()
        .mapToObj(letter -> lookalikes((char) letter))
        .collect(Collectors.joining(name.length() >= 4 ? WIDE_SEPARATOR : SEPARATOR));
  }

  private static String lookalikes(char letter) {
    return switch (letter) {
      case 'a' -> "[a@4]";
      case 'e' -> "[e3]";
      case 'i' -> "[i1!|l]";
      case 'o' -> "[o0]";
      case 's' -> "[s$5]";
      case 't' -> "[t7]";
      default -> String.valueOf(letter);
    };
  }

  /** Links to a network's page of somebody, among them {@code wa.me}, which is a phone. */
  List<Hit> links(String folded, Stretches taken) {
    if (folded.indexOf('/') < 0) {
      return List.of();
    }
    List<Hit> hits = new ArrayList<>();
    for (Matcher found = linked.matcher(folded); found.find(); ) {
      String network = hosts.getOrDefault(found.group(1), UNKNOWN_NETWORK);
      Optional<CanonicalContact> contact =
          network.equals("whatsapp")
              ? Phones.read("+" + found.group(2), Phones.DEFAULT_REGION)
              : Optional.of(handle(network, found.group(2)));
      contact.ifPresent(each -> add(hits, taken, each, found.start(), found.end(), true));
    }
    return hits;
  }

  /** Handles named in the text, which is {@link Folding#foldInPlace folded in place}. */
  List<Hit> handles(String folded, Stretches taken) {
    List<Hit> hits = new ArrayList<>();
    for (Matcher found = named.matcher(folded); found.find(); ) {
      String network = found.group(1);
      boolean sign = SIGN.matcher(found.group(2)).find();
      Optional<Network> known = network(network);
      if (known.isPresent() && believed(found.group(3), sign, known.get())) {
        boolean plain = network.equals(undisguised(network));
        add(
            hits,
            taken,
            handle(known.get().name(), found.group(3)),
            found.start(3),
            found.end(3),
            plain);
      }
    }
    for (Matcher found = before.matcher(folded); found.find(); ) {
      boolean sign = !found.group(1).isEmpty();
      Optional<Network> known = network(found.group(3));
      if (known.isPresent()
          && !known.get().isShort()
          && (sign || UNLIKE_A_WORD.matcher(found.group(2)).matches())
          && isName(found.group(2))) {
        CanonicalContact contact = handle(known.get().name(), found.group(2));
        add(hits, taken, contact, found.start(1), found.end(2), true);
      }
    }
    for (Matcher found = ALONE.matcher(folded); found.find(); ) {
      if (isName(found.group(1))) {
        CanonicalContact contact = handle(UNKNOWN_NETWORK, found.group(1));
        add(hits, taken, contact, found.start(), found.end(), true);
      }
    }
    return hits;
  }

  private boolean believed(String handle, boolean sign, Network network) {
    if (!isName(handle) || network(handle).isPresent()) {
      return false;
    }
    return sign || (!network.isShort() && UNLIKE_A_WORD.matcher(handle).matches());
  }

  /** Digits alone are a number's, not a name's. */
  private static boolean isName(String handle) {
    return handle.length() >= 3 && LETTERS.matcher(handle).matches();
  }

  private Optional<Network> network(String written) {
    return Optional.ofNullable(networks.get(undisguised(written)));
  }

  /** The alias that a disguised spelling stands for. */
  private String undisguised(String written) {
    String bare = written.replaceAll("[ ._*'\u2060-]", "");
    for (String alias : networks.keySet()) {
      if (alias.length() == bare.length() && sounds(bare, alias)) {
        return alias;
      }
    }
    return "";
  }

  private static boolean sounds(String bare, String alias) {
    for (int i = 0; i < alias.length(); i++) {
      if (lookalikes(alias.charAt(i)).indexOf(bare.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static CanonicalContact handle(String network, String handle) {
    return new CanonicalContact(
        ContactKind.HANDLE,
        network + ":" + handle.toLowerCase(Locale.ROOT).replaceAll("\u2060|[.-]+$", ""));
  }

  private static void add(
      List<Hit> hits,
      Stretches taken,
      CanonicalContact contact,
      int start,
      int end,
      boolean plain) {
    if (!taken.touch(start, end)) {
      taken.add(start, end);
      hits.add(new Hit(contact, start, end, plain));
    }
  }
}
