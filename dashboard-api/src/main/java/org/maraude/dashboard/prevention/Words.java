package org.maraude.dashboard.prevention;

import org.jspecify.annotations.Nullable;

/** Texts as they are stored: without the characters that PostgreSQL or a line cannot hold. */
public final class Words {

  private Words() {}

  /**
   * One line.
   *
   * @param field for the message
   * @throws PreventionException when it is too long, or empty where it must not be
   */
  public static String line(String field, @Nullable String typed, int longest, boolean needed) {
    return fit(field, plain(typed).replaceAll("\\s+", " ").strip(), longest, needed);
  }

  /**
   * Several lines.
   *
   * @throws PreventionException when it is too long
   */
  public static String lines(String field, @Nullable String typed, int longest) {
    return fit(
        field, plain(typed).replace("\r\n", "\n").replace('\r', '\n').strip(), longest, false);
  }

  private static String fit(String field, String text, int longest, boolean needed) {
    if (needed && text.isEmpty()) {
      throw PreventionException.unfit(field + "-missing", "the field '" + field + "' is missing");
    }
    if (text.length() > longest) {
      throw PreventionException.unfit(
          "prevention-too-long",
          "the field '%s' has more than %d characters".formatted(field, longest),
          Integer.toString(longest));
    }
    return text;
  }

  private static String plain(@Nullable String typed) {
    return typed == null ? "" : typed.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]", " ");
  }
}
