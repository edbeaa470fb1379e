package org.maraude.dashboard.following;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maraude.contacts.ContactKind;
import org.maraude.dashboard.following.CaseException.Problem;

/** What is known of an accompanied person, in three parts that are sealed and seen apart. */
public final class Parts {

  private static final int LINE = 200;
  private static final int NAME = 80;
  private static final int TEXT = 4_000;

  private Parts() {}

  /**
   * What a colleague needs who stands in for a day.
   *
   * @param name that the person chose; not necessarily their own
   * @param safeTimes when they may be reached without danger, in words
   * @param language an IETF tag (BCP 47), such as {@code es}
   * @param next what is due at the next date, in words
   */
  public record Everyday(
      String name, String safeTimes, SafeChannel channel, String language, String next) {

    /**
     * @throws CaseException when the name is missing or something is too long
     */
    public Everyday {
      name = fit("name", name, NAME);
      safeTimes = fit("safe-times", safeTimes, LINE);
      language = fit("language", language, 35);
      next = fit("next", next, LINE);
      if (name.isEmpty()) {
        throw new CaseException(Problem.NAME_MISSING, "a chosen name is needed");
      }
    }

    @Override
    public String toString() {
      return "Everyday";
    }
  }

  /**
   * What who accompanies needs.
   *
   * @param contact in clear, canonical; null when there is none
   * @param situation what they told of it, in words
   */
  public record Close(@Nullable Contact contact, Set<Need> needs, String situation) {

    /**
     * @throws CaseException when something is too long
     */
    public Close {
      var all = EnumSet.noneOf(Need.class);
      all.addAll(needs);
      needs = java.util.Collections.unmodifiableSet(all);
      situation = fit("situation", situation, TEXT);
    }

    Close withContact(@Nullable Contact other) {
      return new Close(other, needs, situation);
    }

    @Override
    public String toString() {
      return "Close";
    }
  }

  /** How the person is reached; {@link #toString} shows the kind only. */
  public record Contact(ContactKind kind, String value, String masked) {
    @Override
    public String toString() {
      return "Contact[" + kind + "]";
    }
  }

  /** What concerns health (GDPR art. 9), in words. */
  public record Health(String words) {

    /**
     * @throws CaseException when it is too long
     */
    public Health {
      words = fit("health", words, TEXT);
    }

    @Override
    public String toString() {
      return "Health";
    }
  }

  static String fit(String field, String text, int most) {
    // PostgreSQL and readers alike know no U+0000.
    var fit = text.replace('\u0000', ' ').strip();
    if (fit.length() > most) {
      throw new CaseException(
          Problem.TOO_LONG, "%s has more than %d characters".formatted(field, most));
    }
    return fit;
  }

  static String fitText(String field, String text) {
    return fit(field, text, TEXT);
  }
}
