package org.maraude.analyzer.extract.patterns;

import java.util.BitSet;

/**
 * Reads from a regular expression how its matches can begin. Knows what this program's expressions
 * are made of and refuses the rest; where it need not be exact, it takes more in.
 */
final class ExpressionReader {

  /** More of one thing than this reach beyond the depth of {@link Beginnings}. */
  private static final int DEPTH = 3;

  private final String expression;
  private int at;

  private ExpressionReader(String expression) {
    this.expression = expression;
  }

  static Beginnings beginnings(String expression) {
    ExpressionReader reader = new ExpressionReader(expression);
    Beginnings read = reader.alternatives();
    if (reader.at < expression.length()) {
      throw reader.unknown();
    }
    return read;
  }

  private Beginnings alternatives() {
    Beginnings read = sequence();
    while (skip("|")) {
      read = read.or(sequence());
    }
    return read;
  }

  private Beginnings sequence() {
    Beginnings read = Beginnings.nothing();
    while (at < expression.length() && !sees("|") && !sees(")")) {
      read = read.then(repeated(part()));
    }
    return read;
  }

  private Beginnings part() {
    if (skip("(?:")) {
      return closed();
    }
    // What stands around a match can only make it fail.
    if (skip("(?=") || skip("(?!") || skip("(?<=") || skip("(?<!")) {
      closed();
      return Beginnings.nothing();
    }
    if (skip("(")) {
      if (sees("?")) {
        throw unknown();
      }
      return closed();
    }
    if (skip("^") || skip("$") || skip("\\b")) {
      return Beginnings.nothing();
    }
    if (sees("\\") && Character.isDigit(expression.charAt(at + 1))) {
      at += 2;
      return Beginnings.anything();
    }
    return Beginnings.character(skip("[") ? characters() : character());
  }

  private Beginnings closed() {
    Beginnings read = alternatives();
    if (!skip(")")) {
      throw unknown();
    }
    return read;
  }

  private Beginnings repeated(Beginnings part) {
    int least = 1;
    int most = 1;
    if (skip("?")) {
      least = 0;
    } else if (skip("*")) {
      least = 0;
      most = DEPTH;
    } else if (skip("+")) {
      most = DEPTH;
    } else if (skip("{")) {
      int end = expression.indexOf('}', at);
      String[] bounds = expression.substring(at, end).split(",", 2);
      least = Integer.parseInt(bounds[0]);
      most = Integer.parseInt(bounds[bounds.length - 1]);
      at = end + 1;
    } else {
      return part;
    }
    // What takes no less, or no more, than it needs begins as it would otherwise.
    if (!skip("?")) {
      skip("+");
    }
    Beginnings read = Beginnings.nothing();
    for (int time = 0; time < Math.min(most, DEPTH); time++) {
      read = read.then(time < least ? part : part.or(Beginnings.nothing()));
    }
    return read;
  }

  /** The inside of a class, up to its end. */
  private BitSet characters() {
    boolean negated = skip("^");
    BitSet symbols = new BitSet();
    while (!skip("]")) {
      if (sees("[") || sees("&&")) {
        throw unknown();
      }
      int first = sees("\\") ? -1 : expression.codePointAt(at);
      symbols.or(character());
      if (first >= 0 && sees("-") && !expression.startsWith("-]", at)) {
        at++;
        int last = expression.codePointAt(at);
        at += Character.charCount(last);
        for (int point = first; point <= last; point++) {
          symbols.set(Symbols.of(point));
        }
      }
    }
    return negated ? all() : symbols;
  }

  private BitSet character() {
    int point = expression.codePointAt(at);
    at += Character.charCount(point);
    BitSet symbols = new BitSet();
    if (point == '.') {
      return all();
    }
    if (point != '\\') {
      symbols.set(Symbols.of(point));
      return symbols;
    }
    char escaped = expression.charAt(at++);
    switch (escaped) {
      case 'd' -> symbols.set(Symbols.DIGIT);
      case 's' -> symbols.set(Symbols.BLANK);
      case 'p', 'P', 'w', 'D', 'S', 'W' -> {
        at = escaped == 'p' || escaped == 'P' ? expression.indexOf('}', at) + 1 : at;
        return all();
      }
      case 'n' -> symbols.set(Symbols.of('\n'));
      default -> {
        if (Character.isLetterOrDigit(escaped)) {
          throw unknown();
        }
        symbols.set(Symbols.of(escaped));
      }
    }
    return symbols;
  }

  private static BitSet all() {
    BitSet symbols = new BitSet();
    symbols.set(0, Symbols.END);
    return symbols;
  }

  private boolean sees(String next) {
    return expression.startsWith(next, at);
  }

  private boolean skip(String next) {
    boolean there = sees(next);
    at += there ? next.length() : 0;
    return there;
  }

  private IllegalArgumentException unknown() {
    return new IllegalArgumentException(
        "cannot tell how matches begin, at character %d of %s".formatted(at, expression));
  }
}
