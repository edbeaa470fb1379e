package org.maraude.analyzer.extract.addresses;

import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.extract.reading.Table;

/**
 * The names of networks, also with lookalikes for letters and separators between them ({@code
 * sn@p}, {@code i.n.s.t.a}). Immutable once filled.
 */
final class NetworkNames {

  /** A name of a network where it stands. */
  record Named(String network, boolean needsSign, boolean plain, int end) {}

  /** How many units between two letters of a name still join them. */
  private static final String SEPARATORS = " ._*'-";

  /** Names below this are too short to have blanks inside. */
  private static final int SHORTEST_WITH_BLANKS = 4;

  private static final int LETTERS = 26;
  private static final char X = 'x';

  private static final class Node {
    final @Nullable Node[] next = new Node[LETTERS];
    @Nullable String network;
    boolean needsSign;
  }

  private final Node root = new Node();

  NetworkNames() {
    for (String[] row : Table.rows(NetworkNames.class, "networks.csv")) {
      Node node = root;
      for (char letter : row[0].toCharArray()) {
        Node next = node.next[letter - 'a'];
        if (next == null) {
          next = new Node();
          node.next[letter - 'a'] = next;
        }
        node = next;
      }
      node.network = row[1];
      node.needsSign = row[2].equals("short");
    }
  }

  /**
   * The longest name that starts here and ends where a word does; null when none does. Of several
   * with slashes between them ({@code snap/insta}) the first one's network, up to the last one's
   * end.
   */
  @Nullable Named at(String text, int start) {
    if (!mayBegin(text.charAt(start)) || isInWord(text, start)) {
      return null;
    }
    var first = walk(root, text, start, start, true, false, 0);
    if (first == null) {
      return null;
    }
    int end = first.end();
    for (int other = pastSlash(text, end); other >= 0; other = pastSlash(text, end)) {
      end = other;
    }
    return end == first.end()
        ? first
        : new Named(first.network(), first.needsSign(), first.plain(), end);
  }

  /** The end of the name behind a slash; -1 when none follows. */
  private int pastSlash(String text, int at) {
    int slash = skipBlank(text, at);
    if (slash >= text.length() || text.charAt(slash) != '/') {
      return -1;
    }
    int start = skipBlank(text, slash + 1);
    if (start >= text.length()) {
      return -1;
    }
    var name = walk(root, text, start, start, true, false, 0);
    int end = name != null ? name.end() : text.charAt(start) == X ? start + 1 : -1;
    boolean goesOn = end >= 0 && end < text.length() && "_.-".indexOf(text.charAt(end)) >= 0;
    return end < 0 || goesOn || !endsWord(text, end) ? -1 : end;
  }

  private static int skipBlank(String text, int at) {
    return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
  }

  /** {@code x/twitter}: the letter alone names no network. */
  private static boolean isBehindX(String text, int start) {
    return start >= 2
        && text.charAt(start - 1) == '/'
        && text.charAt(start - 2) == X
        && (start == 2 || !Character.isLetterOrDigit(text.charAt(start - 3)));
  }

  private boolean mayBegin(char unit) {
    for (char letter : meant(unit)) {
      if (child(root, letter) != null) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Node child(Node node, char letter) {
    return letter < 'a' || letter > 'z' ? null : node.next[letter - 'a'];
  }

  private static boolean isInWord(String text, int start) {
    if (start == 0 || isBehindX(text, start)) {
      return false;
    }
    char before = text.charAt(start - 1);
    return Character.isLetterOrDigit(before) || "@._*/-".indexOf(before) >= 0;
  }

  private @Nullable Named walk(
      Node node, String text, int start, int at, boolean plain, boolean blank, int letters) {
    Named best = null;
    if (node.network != null && endsWord(text, at) && !(blank && letters < SHORTEST_WITH_BLANKS)) {
      best = new Named(node.network, node.needsSign, plain, at);
    }
    if (at >= text.length()) {
      return best;
    }
    int next = at;
    boolean separated = false;
    boolean withBlank = blank;
    if (at > start && SEPARATORS.indexOf(text.charAt(at)) >= 0 && at + 1 < text.length()) {
      withBlank |= text.charAt(at) == ' ';
      separated = true;
      next++;
    }
    char unit = text.charAt(next);
    for (char letter : meant(unit)) {
      Node child = child(node, letter);
      if (child != null) {
        boolean clear = plain && !separated && letter == unit;
        Named found = walk(child, text, start, next + 1, clear, withBlank, letters + 1);
        best = found != null && (best == null || found.end() > best.end()) ? found : best;
      }
    }
    return best;
  }

  private static boolean endsWord(String text, int at) {
    return at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }

  private static char[] meant(char unit) {
    return unit < MEANT.length ? MEANT[unit] : NO_LETTER;
  }

  private static final char[] NO_LETTER = {};
  private static final char[][] MEANT = new char['€' + 1][];

  static {
    for (char unit = 0; unit < MEANT.length; unit++) {
      MEANT[unit] =
          switch (unit) {
            case '@', '4' -> new char[] {'a'};
            case '3', '€' -> new char[] {'e'};
            case '1', '!', '|' -> new char[] {'i', 'l'};
            case 'l' -> new char[] {'l', 'i'};
            case 'i' -> new char[] {'i', 'l'};
            case '0' -> new char[] {'o'};
            case '$', '5' -> new char[] {'s'};
            case '7', '+' -> new char[] {'t'};
            default -> unit >= 'a' && unit <= 'z' ? new char[] {unit} : NO_LETTER;
          };
    }
  }
}
