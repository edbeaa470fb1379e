package org.maraude.standalone.demo.population;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the invented ads' numbers in anything, plain or in each of their {@link Disguise}s. It
 * shares nothing with the extractor that it checks: it looks for the six digits that all numbers
 * for fiction begin with, and two more pairs.
 */
public final class ClearNumbers {

  private static final List<String> BEGINNINGS =
      List.of("063998", "019900", "026191", "035301", "046571", "053649");
  private static final String BETWEEN = "[^\\p{L}\\p{N}]{0,6}";
  private static final Pattern NUMBER = number();
  private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
  private static final Pattern DROPPED = Pattern.compile("[\\uFE0F\\u20E3\\u200B-\\u200D]");

  private ClearNumbers() {}

  /** The first number that stands in clear in UTF-8 or any bytes. */
  public static Optional<String> in(byte[] bytes) {
    return in(new String(bytes, StandardCharsets.UTF_8));
  }

  /** The first number that stands in clear. */
  public static Optional<String> in(String text) {
    var unescaped =
        ESCAPED
            .matcher(text)
            .replaceAll(match ->
                java.util.regex.Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    var plain =
        Normalizer.normalize(DROPPED.matcher(unescaped).replaceAll(""), Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT);
    var found = NUMBER.matcher(plain);
    return found.find() ? Optional.of(found.group()) : Optional.empty();
  }

  private static Pattern number() {
    var beginnings =
        BEGINNINGS.stream()
            .map(digits ->
                first(digits.substring(0, 2))
                    + BETWEEN
                    + pair(digits.substring(2, 4))
                    + BETWEEN
                    + pair(digits.substring(4)))
            .collect(Collectors.joining("|"));
    var any =
        IntStream.range(0, 100)
            .mapToObj("%02d"::formatted)
            .map(ClearNumbers::pair)
            .collect(Collectors.joining("|", "(?:", ")"));
    return Pattern.compile(
        "(?<![0-9a-f])(?=[0ozc3])(?:"
            + beginnings
            + ")"
            + BETWEEN
            + any
            + BETWEEN
            + any
            + "(?![0-9a-f])");
  }

  private static String first(String pair) {
    return "(?:"
        + pair(pair)
        + "|(?:00)?33"
        + BETWEEN
        + "(?:0"
        + BETWEEN
        + ")?"
        + pair.charAt(1)
        + ")";
  }

  private static String pair(String pair) {
    var ways = new LinkedHashSet<String>();
    Arrays.stream(Language.values())
        .map(language -> Pattern.quote(NumberWords.ofPair(pair, language)))
        .forEach(ways::add);
    ways.add(
        pair.chars()
            .mapToObj(digit -> digit == '0' ? "[0o]" : digit == '1' ? "[1il]" : "" + (char) digit)
            .collect(Collectors.joining(BETWEEN)));
    return "(?:" + String.join("|", ways) + ")";
  }
}
