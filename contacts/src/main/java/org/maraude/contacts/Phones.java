package org.maraude.contacts;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which digits are a phone number, and its canonical form.
 *
 * <p>Accepted is what libphonenumber calls valid, and what lies in a range that a regulator
 * reserves for fiction, which libphonenumber rightly calls invalid: tests and demonstrations use no
 * other numbers. Sources: Arcep decision 2018-0881 (01 99 00, 02 61 91, 03 53 01, 04 65 71, 05 36
 * 49, 06 39 98), Ofcom's numbers for drama (07700 900), NANPA (555-0100 to 555-0199). Thread safe.
 */
public final class Phones {

  /** The region a number without a country code belongs to when the ad does not say. */
  public static final String DEFAULT_REGION = "FR";

  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  private static final Pattern FICTION =
      Pattern.compile(
          "\\+33(19900|26191|35301|46571|53649|63998)\\d{4}"
              + "|\\+447700900\\d{3}"
              + "|\\+1[2-9]\\d{2}55501\\d{2}");

  private Phones() {}

  /**
   * Reads a number as somebody would dial it.
   *
   * @param region ISO 3166-1 alpha-2, for a number without a country code
   * @return empty when it is no accepted number
   */
  public static Optional<CanonicalContact> read(String number, String region) {
    try {
      return canonical(LIBRARY.parse(number, region));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** The canonical form of a number that libphonenumber parsed; empty when it is not accepted. */
  public static Optional<CanonicalContact> canonical(PhoneNumber number) {
    String e164 = LIBRARY.format(number, PhoneNumberFormat.E164);
    return LIBRARY.isValidNumber(number) || FICTION.matcher(e164).matches()
        ? Optional.of(new CanonicalContact(ContactKind.PHONE, e164))
        : Optional.empty();
  }

  /** The country code with its plus sign, such as {@code +44}. */
  static String countryCode(String e164) {
    try {
      return "+" + LIBRARY.parse(e164, null).getCountryCode();
    } catch (NumberParseException e) {
      return "+";
    }
  }
}
