package org.maraude.analyzer.extract.reading;

import java.util.ArrayList;
import java.util.List;
import org.maraude.events.assessment.Span;
import org.maraude.events.assessment.Span.Field;

/**
 * Title and body as one text, because a number may begin in one and end in the other. Offsets
 * inside count from the title's start; {@link #spans} gives them back by field.
 */
public record AdText(String title, String body) {

  /**
   * How many UTF-16 units of a title or a body are read, and published. Real ads are a hundredth of
   * it; what lies behind could not be masked in bounded time, so nobody sees it.
   */
  public static final int LONGEST = 100_000;

  /** The text as far as it is read: no surrogate pair is split. */
  public static String readable(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, splits ? LONGEST - 1 : LONGEST);
  }

  /** Title, line break, body. */
  public String joined() {
    return title + "\n" + body;
  }

  private int bodyStart() {
    return title.length() + 1;
  }

  /** One span, or two for a stretch that runs over the title's end. */
  public List<Span> spans(int start, int end) {
    List<Span> spans = new ArrayList<>(2);
    if (start < title.length()) {
      spans.add(new Span(Field.TITLE, start, Math.min(end, title.length())));
    }
    if (end > bodyStart()) {
      spans.add(new Span(Field.BODY, Math.max(start - bodyStart(), 0), end - bodyStart()));
    }
    return spans;
  }

  /** The span in which a stretch begins. */
  public Span span(int start, int end) {
    return spans(start, end).getFirst();
  }
}
