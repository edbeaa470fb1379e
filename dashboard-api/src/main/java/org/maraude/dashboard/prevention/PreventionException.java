package org.maraude.dashboard.prevention;

import java.util.List;

/** What keeps something of a campaign, the glossary or the helplines from being done. */
public final class PreventionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private enum Kind {
    MISSING,
    UNFIT,
    MEANWHILE
  }

  private final Kind kind;
  private final String code;
  private final List<String> values;

  private PreventionException(Kind kind, String code, String message, List<String> values) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.values = values;
  }

  /** It does not exist, or is another team's: the two look the same. */
  public static PreventionException missing(String what) {
    return new PreventionException(
        Kind.MISSING, "no-such-" + what, "there is no such " + what, List.of());
  }

  /**
   * What was sent cannot stand.
   *
   * @param values what a page puts into its words
   */
  public static PreventionException unfit(String code, String message, String... values) {
    return new PreventionException(Kind.UNFIT, code, message, List.of(values));
  }

  /** It could have stood a moment ago. */
  public static PreventionException meanwhile(String code, String message) {
    return new PreventionException(Kind.MEANWHILE, code, message, List.of());
  }

  public boolean notFound() {
    return kind == Kind.MISSING;
  }

  public boolean conflict() {
    return kind == Kind.MEANWHILE;
  }

  /** Stable, for pages and scripts. */
  public String code() {
    return code;
  }

  /** What stands in the words of a page, in order. */
  public List<String> values() {
    return values;
  }
}
