package org.maraude.dashboard.exports.release;

/** What keeps a release from being asked for, decided or taken. */
public final class ExportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What the caller can do about it. */
  public enum Kind {
    /** It does not exist, or not for this person: the two look the same. */
    MISSING,
    /** What was sent cannot stand. */
    UNFIT,
    /** It could have stood otherwise. */
    MEANWHILE,
    /** It was there once. */
    GONE
  }

  private final Kind kind;
  private final String code;

  ExportException(Kind kind, String code, String message) {
    super(message);
    this.kind = kind;
    this.code = code;
  }

  static ExportException missing() {
    return new ExportException(Kind.MISSING, "no-such-export", "there is no such export");
  }

  /** What was sent cannot stand. */
  public static ExportException unfit(String code, String message) {
    return new ExportException(Kind.UNFIT, code, message);
  }

  static ExportException meanwhile(String code, String message) {
    return new ExportException(Kind.MEANWHILE, code, message);
  }

  static ExportException gone(String code, String message) {
    return new ExportException(Kind.GONE, code, message);
  }

  public Kind kind() {
    return kind;
  }

  /** Stable, for pages and scripts. */
  public String code() {
    return code;
  }
}
