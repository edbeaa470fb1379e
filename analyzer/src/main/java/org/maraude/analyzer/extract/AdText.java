package org.maraude.analyzer.extract;

import java.util.ArrayList;
import java.util.List;
import org.maraude.events.assessment.Span;
import org.maraude.events.assessment.Span.Field;

/**
 * Title and body as one text, because a number may begin in one and end in the other. Offsets
 * inside count from the title's start; {@link #spans} gives them back by field.
 */
record AdText(String title, String body) {

  /** Title, line break, body. */
  String joined() {
    return title + "\n" + body;
  }

  private int bodyStart() {
    return title.length() + 1;
  }

  /** One span, or two for a stretch that runs over the title's end. */
  List<Span> spans(int start, int end) {
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
  Span span(int start, int end) {
    return spans(start, end).getFirst();
  }
}
