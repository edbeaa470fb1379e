package org.maraude.dashboard.queue;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.review.Marks;
import org.maraude.dashboard.review.Segment;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Facts;
import org.maraude.events.assessment.Signal;
import org.maraude.events.assessment.Span;

/** Turns an assessment into what a page shows: texts with marks, signs, reasons. */
record ItemText(
    List<Segment> title,
    List<Segment> body,
    List<ItemPage.SignalCard> signals,
    List<ItemPage.SignalCard> protective,
    List<ItemPage.WhyCode> why,
    List<ItemPage.WhyCode> missing,
    List<ItemPage.MaskedContact> contacts,
    List<Integer> ages) {

  private static final String MISSING = "missing";
  private static final int FEW_WORDS = 5;

  static ItemText of(Assessment assessment) {
    var ordered =
        assessment.signals().stream()
            .sorted(Comparator.comparingDouble(Signal::weight).reversed())
            .toList();
    var cards = new ArrayList<ItemPage.SignalCard>();
    var titleMarks = new ArrayList<Marks.Mark>();
    var bodyMarks = new ArrayList<Marks.Mark>();
    for (int i = 0; i < ordered.size(); i++) {
      int number = i + 1;
      var signal = ordered.get(i);
      cards.add(card(number, signal, assessment));
      for (Span span : signal.spans()) {
        var mark = new Marks.Mark(number, span.start(), span.end());
        switch (span.field()) {
          case TITLE -> titleMarks.add(mark);
          case BODY -> bodyMarks.add(mark);
        }
      }
    }
    var codes = assessment.why().stream().map(ItemText::code).toList();
    return new ItemText(
        Marks.lay(assessment.title(), titleMarks),
        Marks.lay(assessment.body(), bodyMarks),
        cards.stream().filter(card -> card.weight() >= 0).toList(),
        cards.stream().filter(card -> card.weight() < 0).toList(),
        codes.stream().filter(code -> !code.code().equals(MISSING)).toList(),
        codes.stream().filter(code -> code.code().equals(MISSING)).map(ItemText::inner).toList(),
        assessment.contacts().stream()
            .map(c -> new ItemPage.MaskedContact(c.kind(), c.token(), c.masked(), c.obfuscated()))
            .toList(),
        assessment.facts().ages().stream().map(Facts.Age::value).distinct().toList());
  }

  private static ItemPage.SignalCard card(int number, Signal signal, Assessment assessment) {
    var words =
        signal.spans().stream()
            .limit(FEW_WORDS)
            .flatMap(span -> {
              var text =
                  switch (span.field()) {
                    case TITLE -> assessment.title();
                    case BODY -> assessment.body();
                  };
              var mark = new Marks.Mark(number, span.start(), span.end());
              return Marks.lay(text, List.of(mark)).stream()
                  .filter(Segment::marked)
                  .map(Segment::text);
            })
            .distinct()
            .toList();
    return new ItemPage.SignalCard(
        number,
        signal.id(),
        signal.rule(),
        signal.version(),
        signal.group(),
        signal.weight(),
        signal.note(),
        words);
  }

  private static ItemPage.WhyCode code(String why) {
    int colon = why.indexOf(':');
    return colon < 0
        ? new ItemPage.WhyCode(why, "")
        : new ItemPage.WhyCode(why.substring(0, colon), why.substring(colon + 1));
  }

  /** {@code missing:second-group} is {@code second-group} among what was missing. */
  private static ItemPage.WhyCode inner(ItemPage.WhyCode missing) {
    return code(missing.figure());
  }

  /** A link that a page may show; anything but http leads nowhere. */
  static @Nullable String link(String url) {
    try {
      var scheme = URI.create(url).getScheme();
      return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme) ? url : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
