package org.maraude.standalone.demo.population;

/**
 * A French number that can never ring: the regulator (ARCEP decision 2018-0881, as amended) keeps
 * these ranges for works of fiction.
 *
 * @param national ten digits, a leading 0
 */
public record FictionNumber(String national) {

  private static final String MOBILE = "063998";
  private static final String[] LANDLINES = {"019900", "026191", "035301", "046571", "053649"};
  private static final java.util.regex.Pattern FICTION =
      java.util.regex.Pattern.compile("(?:063998|019900|026191|035301|046571|053649)\\d{4}");
  private static final int IN_A_RANGE = 10_000;

  public FictionNumber {
    if (!FICTION.matcher(national).matches()) {
      throw new IllegalArgumentException(
          "a demo phone number must come from the ranges reserved for fiction");
    }
  }

  /**
   * The mobile number of this rank; ranks follow each other in no visible order and repeat after
   * 10,000.
   */
  static FictionNumber mobile(int rank) {
    return new FictionNumber(MOBILE + last(rank));
  }

  /** The landline number of this rank; ranks repeat after 50,000. */
  static FictionNumber landline(int rank) {
    return new FictionNumber(LANDLINES[rank % LANDLINES.length] + last(rank / LANDLINES.length));
  }

  /** In pairs, as French readers write it: {@code 06 39 98 12 34}. */
  public String inPairs() {
    return String.join(" ", pairs());
  }

  String[] pairs() {
    String[] pairs = new String[5];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = national.substring(2 * i, 2 * i + 2);
    }
    return pairs;
  }

  /** 3,571 shares no factor with 10,000, so every number comes up once. */
  private static String last(int rank) {
    return "%04d".formatted((rank % IN_A_RANGE * 3_571L + 1_234) % IN_A_RANGE);
  }
}
