package org.maraude.dashboard.rules;

import java.util.Locale;

/** A sentence in French and in English. Where one is missing, the other stands for it. */
public record BothLanguages(String fr, String en) {

  public static final BothLanguages NONE = new BothLanguages("", "");

  public BothLanguages {
    String french = fr.isBlank() ? en : fr;
    en = en.isBlank() ? fr : en;
    fr = french;
  }

  public String in(Locale locale) {
    return locale.getLanguage().equals("en") ? en : fr;
  }
}
