package org.maraude.crawler.extract;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The French department that a place names by a postal code ({@code 33000}) or by its own number
 * ({@code (33)}). Postal codes of Corsica: 200 and 201 are 2A, 202 and 206 are 2B. Overseas codes
 * have three digits.
 */
final class Departement {

  private static final Pattern POSTAL = Pattern.compile("\\b(\\d{5})\\b");
  private static final Pattern NUMBER =
      Pattern.compile("(?:\\(|^)\\s*(\\d{2,3}|2[ABab])\\s*(?:\\)|$)");

  private Departement() {}

  static @Nullable String in(String place) {
    var postal = POSTAL.matcher(place);
    if (postal.find()) {
      return ofPostalCode(postal.group(1));
    }
    var number = NUMBER.matcher(place);
    return number.find() ? known(number.group(1).toUpperCase(Locale.ROOT)) : null;
  }

  private static @Nullable String ofPostalCode(String code) {
    if (code.startsWith("20")) {
      return code.charAt(2) <= '1' ? "2A" : "2B";
    }
    return known(code.substring(0, code.startsWith("97") || code.startsWith("98") ? 3 : 2));
  }

  private static @Nullable String known(String code) {
    if (code.equals("2A") || code.equals("2B")) {
      return code;
    }
    int number = Integer.parseInt(code);
    boolean mainland = code.length() == 2 && number >= 1 && number <= 95 && number != 20;
    boolean overseas = code.length() == 3 && number >= 971 && number <= 988;
    return mainland || overseas ? code : null;
  }
}
