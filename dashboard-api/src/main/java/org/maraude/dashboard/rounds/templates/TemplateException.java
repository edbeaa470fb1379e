package org.maraude.dashboard.rounds.templates;

/** What keeps a text from being kept or approved. */
public final class TemplateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  TemplateException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Stable, for pages and scripts. */
  public String code() {
    return code;
  }
}
