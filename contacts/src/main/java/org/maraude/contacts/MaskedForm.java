package org.maraude.contacts;

/**
 * The display form of a contact for people who need to tell two apart and not to use one. A phone
 * keeps its type and its last two digits, an address its first letter and its provider, a handle
 * its network and first letter, a link the end of its host.
 */
final class MaskedForm {

  private static final String HIDDEN = "***";

  private MaskedForm() {}

  static String of(CanonicalContact contact) {
    String value = contact.value();
    return switch (contact.kind()) {
      case PHONE -> phone(value);
      case EMAIL -> firstLetter(value) + HIDDEN + value.substring(value.indexOf('@'));
      case HANDLE -> {
        int afterColon = value.indexOf(':') + 1;
        yield value.substring(0, afterColon) + firstLetter(value.substring(afterColon)) + HIDDEN;
      }
      case LINK -> link(value);
    };
  }

  private static String phone(String e164) {
    String lastTwo = e164.substring(e164.length() - 2);
    if (e164.startsWith("+33") && e164.length() == 12) {
      return "0" + e164.charAt(3) + " ** ** ** " + lastTwo;
    }
    return Phones.countryCode(e164) + " ** ** ** " + lastTwo;
  }

  private static String link(String url) {
    int host = url.indexOf("//") + 2;
    int end = host;
    while (end < url.length() && "/?#:".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String name = url.substring(host, end);
    int lastDot = name.lastIndexOf('.');
    String suffix = lastDot < 0 ? "" : name.substring(lastDot);
    return firstLetter(name) + HIDDEN + suffix + (end < url.length() ? "/" + HIDDEN : "");
  }

  private static String firstLetter(String text) {
    return text.substring(0, text.offsetByCodePoints(0, 1));
  }
}
