package org.maraude.standalone.demo.population;

/** The languages ads are written in. */
public enum Language {
  FRENCH("fr", 0.885),
  ENGLISH("en", 0.05),
  SPANISH("es", 0.04),
  ROMANIAN("ro", 0.025);

  private final String code;
  private final double share;

  Language(String code, double share) {
    this.code = code;
    this.share = share;
  }

  /** ISO 639-1. */
  public String code() {
    return code;
  }

  /** This language's part of independents' ads, 0 to 1. */
  double share() {
    return share;
  }
}
