package org.maraude.analyzer.masking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.maraude.events.assessment.Span;

/**
 * One text with stretches replaced, and the map from raw offsets to its own. Offsets are UTF-16
 * units. Immutable.
 */
public final class MaskedText {

  /** A stretch of the raw text and what stands there instead. */
  record Replacement(int start, int end, String display) {}

  private record Replaced(int rawStart, int rawEnd, int start, int end) {}

  private final String raw;
  private final String text;
  private final List<Replaced> replaced;

  private MaskedText(String raw, String text, List<Replaced> replaced) {
    this.raw = raw;
    this.text = text;
    this.replaced = List.copyOf(replaced);
  }

  /** Replacements may come in any order and overlap; overlapping ones become one. */
  static MaskedText of(String raw, List<Replacement> replacements) {
    StringBuilder text = new StringBuilder(raw.length());
    List<Replaced> replaced = new ArrayList<>();
    int done = 0;
    for (Replacement each : disjoint(raw, replacements)) {
      text.append(raw, done, each.start());
      int start = text.length();
      text.append(each.display());
      replaced.add(new Replaced(each.start(), each.end(), start, text.length()));
      done = each.end();
    }
    text.append(raw, done, raw.length());
    return new MaskedText(raw, text.toString(), replaced);
  }

  private static List<Replacement> disjoint(String raw, List<Replacement> replacements) {
    List<Replacement> sorted =
        replacements.stream()
            .map(r -> new Replacement(before(raw, r.start()), after(raw, r.end()), r.display()))
            .filter(r -> r.end() > r.start())
            .sorted(Comparator.comparingInt(Replacement::start))
            .toList();
    List<Replacement> result = new ArrayList<>();
    for (Replacement next : sorted) {
      Replacement last = result.isEmpty() ? null : result.getLast();
      if (last == null || next.start() >= last.end()) {
        result.add(next);
        continue;
      }
      boolean longer = next.end() - next.start() > last.end() - last.start();
      result.set(
          result.size() - 1,
          new Replacement(
              last.start(),
              Math.max(last.end(), next.end()),
              longer ? next.display() : last.display()));
    }
    return result;
  }

  /** The text with its replacements. */
  public String text() {
    return text;
  }

  /** Where a raw span lies in {@link #text}; see {@link MaskedAd#map}. */
  Span map(Span span) {
    int rawStart = before(raw, Math.min(span.start(), raw.length()));
    int rawEnd = after(raw, Math.min(span.end(), raw.length()));
    int start = rawStart;
    int end = rawEnd;
    for (Replaced each : replaced) {
      int longer = each.end() - each.rawEnd();
      if (each.rawEnd() <= rawStart) {
        start = rawStart + longer;
      } else if (each.rawStart() <= rawStart) {
        start = each.start();
      }
      if (each.rawEnd() <= rawEnd) {
        end = rawEnd + longer;
      } else if (each.rawStart() < rawEnd) {
        end = each.end();
      }
    }
    return new Span(span.field(), start, Math.max(start, end));
  }

  private static int before(String raw, int offset) {
    return splitsPair(raw, offset) ? offset - 1 : offset;
  }

  private static int after(String raw, int offset) {
    return splitsPair(raw, offset) ? offset + 1 : offset;
  }

  private static boolean splitsPair(String raw, int offset) {
    return offset > 0
        && offset < raw.length()
        && Character.isLowSurrogate(raw.charAt(offset))
        && Character.isHighSurrogate(raw.charAt(offset - 1));
  }
}
