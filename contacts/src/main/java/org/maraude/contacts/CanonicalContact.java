package org.maraude.contacts;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A contact in the one form that all its spellings share.
 *
 * <p>Example: {@code new CanonicalContact(PHONE, "+33639981204")}. Immutable. {@link #toString}
 * shows the kind only, so that a log line cannot give the contact away.
 *
 * @param value E.164 (ITU-T E.164) for a phone, lower-case address, {@code network:handle} in lower
 *     case, or an absolute URL
 */
public record CanonicalContact(ContactKind kind, String value) {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final Pattern HANDLE = Pattern.compile("[a-z]+:[^\\s:]+");
  private static final Pattern URL = Pattern.compile("https?://\\S+");

  /**
   * @throws IllegalArgumentException when the value is not in its kind's canonical form; the
   *     message does not repeat it
   */
  public CanonicalContact {
    boolean canonical =
        switch (kind) {
          case PHONE -> E164.matcher(value).matches();
          case EMAIL -> ADDRESS.matcher(value).matches() && isLowerCase(value);
          case HANDLE -> HANDLE.matcher(value).matches() && isLowerCase(value);
          case LINK -> URL.matcher(value).matches();
        };
    if (!canonical) {
      throw new IllegalArgumentException("not a canonical " + kind + ": see CanonicalContact");
    }
  }

  private static boolean isLowerCase(String value) {
    return value.equals(value.toLowerCase(Locale.ROOT));
  }

  /** What is hashed and sealed: {@code KIND:value}. */
  String text() {
    return kind + ":" + value;
  }

  /**
   * Reads {@link #text} back.
   *
   * @throws IllegalArgumentException when it is none
   */
  static CanonicalContact ofText(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("not a contact's text");
    }
    return new CanonicalContact(
        ContactKind.valueOf(text.substring(0, colon)), text.substring(colon + 1));
  }

  /** What a reader may see, such as {@code 06 ** ** ** 04}: not enough to reach anybody. */
  public String masked() {
    return MaskedForm.of(this);
  }

  @Override
  public String toString() {
    return "CanonicalContact[" + kind + "]";
  }
}
