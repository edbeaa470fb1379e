package org.maraude.dashboard.sink;

import org.maraude.events.assessment.Assessment;

/**
 * The text of an ad as the database's search takes it: masked title and body, cut to a length that
 * an index holds, without what PostgreSQL cannot keep as text (U+0000 and lone surrogates).
 */
final class SearchableText {

  // A tsvector holds a megabyte; no ad that a person reads comes near this.
  private static final int LONGEST = 100_000;

  private SearchableText() {}

  static String of(Assessment assessment) {
    var text = assessment.title() + "\n" + assessment.body();
    var kept = new StringBuilder(Math.min(text.length(), LONGEST));
    text.codePoints().limit(LONGEST).map(SearchableText::plain).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static int plain(int codePoint) {
    boolean lone = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return codePoint == 0 || lone ? ' ' : codePoint;
  }
}
