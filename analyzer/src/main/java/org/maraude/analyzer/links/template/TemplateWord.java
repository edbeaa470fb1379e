package org.maraude.analyzer.links.template;

/**
 * A word of a text, or a slot where copies differ by nature.
 *
 * @param term NFKC case-folded, accents kept; {@link #NUMBER} or {@link #CONTACT} for a slot
 * @param start first UTF-16 unit of the published text
 * @param end one past the last
 */
record TemplateWord(String term, int start, int end) {

  static final String NUMBER = "#";
  static final String CONTACT = "@";

  boolean isSlot() {
    return term.equals(NUMBER) || term.equals(CONTACT);
  }
}
