package org.maraude.analyzer.extract.phones;

import java.util.Optional;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.Phones;

/** Which strings of digits dial, and whom, from a place. Pure. */
final class Dialling {

  private static final int SHORTEST = 8;
  private static final int SHORTEST_INTERNATIONAL = 9;
  private static final int LONGEST_INTERNATIONAL = 15;

  /** Eleven digits behind 07 are a British mobile's form, and nobody's in France. */
  private static final String BRITISH = "GB";

  private static final String AMERICAN = "US";

  private final String region;
  private final boolean french;

  /**
   * @param region where a number without country code is dialled from, ISO 3166-1 alpha-2
   */
  Dialling(String region) {
    this.region = region;
    this.french = region.equals(Phones.DEFAULT_REGION);
  }

  /** Whether a number may begin with these digits at all: most of a text's numbers cannot. */
  boolean mayBegin(String digits, boolean plus) {
    return plus
        || !french
        || digits.charAt(0) == '0'
        || digits.length() >= 10
        || digits.equals("33")
        || digits.equals("44")
        || digits.startsWith("330");
  }

  /** The number that somebody reaches with these digits. */
  Optional<CanonicalContact> dial(String digits, boolean plus) {
    int length = digits.length();
    if (plus) {
      return length >= SHORTEST_INTERNATIONAL && length <= LONGEST_INTERNATIONAL + 1
          ? international(digits)
          : Optional.empty();
    }
    if (digits.startsWith("00")) {
      return length >= SHORTEST_INTERNATIONAL + 2 && length <= LONGEST_INTERNATIONAL + 3
          ? international(digits.substring(2))
          : Optional.empty();
    }
    if (digits.startsWith("33") && (length == 11 || (length == 12 && digits.charAt(2) == '0'))) {
      return international(digits);
    }
    if (digits.startsWith("447") && length == 12) {
      return international(digits);
    }
    if (digits.charAt(0) == '0' && length == 10) {
      Optional<CanonicalContact> here = Phones.read(digits, region);
      return here.isPresent() || french ? here : Phones.read(digits, Phones.DEFAULT_REGION);
    }
    if (digits.startsWith("07") && length == 11) {
      return Phones.read(digits, BRITISH);
    }
    return !french && length >= SHORTEST ? Phones.read(digits, region) : Optional.empty();
  }

  /** Ten digits as they are dialled within North America, for numbers written as they are there. */
  static Optional<CanonicalContact> american(String digits) {
    return digits.length() == 10 && digits.charAt(0) > '1' && digits.charAt(3) > '1'
        ? Phones.read(digits, AMERICAN)
        : Optional.empty();
  }

  /** No country code begins with a zero: tested first, since asking the library is not cheap. */
  private Optional<CanonicalContact> international(String digits) {
    return digits.charAt(0) == '0' ? Optional.empty() : Phones.read("+" + digits, region);
  }
}
