package org.maraude.analyzer.text;

import org.maraude.events.assessment.Span;

/** The words of an ad. Title and body are apart: no phrase reaches over both. */
public record AdWords(AnalyzedText title, AnalyzedText body) {

  public static AdWords of(String title, String body) {
    return new AdWords(AnalyzedText.of(title), AnalyzedText.of(body));
  }

  public AnalyzedText in(Span.Field field) {
    return switch (field) {
      case TITLE -> title;
      case BODY -> body;
    };
  }
}
