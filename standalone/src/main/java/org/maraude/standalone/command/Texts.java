package org.maraude.standalone.command;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the command line says, in French where the machine speaks French, otherwise in English. */
final class Texts {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("org.maraude.standalone.command.texts", Locale.getDefault());

  private Texts() {}

  /** Whether there are words under a key. */
  static boolean has(String key) {
    return BUNDLE.containsKey(key);
  }

  static String of(String key, Object... values) {
    return new MessageFormat(BUNDLE.getString(key), BUNDLE.getLocale()).format(values);
  }
}
