package org.maraude.analyzer.extract.prices;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.extract.digits.NumberReader;
import org.maraude.analyzer.extract.digits.NumberToken;
import org.maraude.analyzer.extract.prices.Amounts.Amount;
import org.maraude.analyzer.extract.prices.Durations.Duration;
import org.maraude.analyzer.extract.reading.AdText;
import org.maraude.analyzer.extract.reading.FoldedText;
import org.maraude.analyzer.extract.reading.Stretches;
import org.maraude.events.assessment.Facts.Price;
import org.maraude.events.assessment.Span;

/**
 * Reads prices with their currency and, where one stands beside, the duration they are for. In a
 * list («30min 80€ 1h 150€») the first pair tells whether durations lead or follow. A number
 * without a currency is a price in euros where only one can stand: behind «tarif», or tied to a
 * duration. Thread safe.
 */
public final class PriceReader {

  /** How far a duration may stand from its price, in UTF-16 units. */
  private static final int NEAR = 16;

  private final NumberReader reader;

  public PriceReader(NumberReader reader) {
    this.reader = reader;
  }

  /** Prices in the joined text, with spans by field. */
  public List<Price> read(
      AdText ad, FoldedText text, List<NumberToken> numbers, Stretches contacts) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    List<Duration> durations = Durations.of(text, numbers);
    List<Amount> amounts = new Amounts(text, numbers, contacts).read(durations);
    if (amounts.isEmpty()) {
      return List.of();
    }
    Duration lead = Durations.before(durations, amounts.getFirst().start());
    boolean leads = lead != null && belongs(text.folded(), lead.end(), amounts.getFirst().start());
    List<Price> result = new ArrayList<>();
    for (int i = 0; i < amounts.size(); i++) {
      Amount price = amounts.get(i);
      Span span = ad.span(price.start(), price.end());
      Integer minutes = minutes(text.folded(), amounts, i, durations, leads);
      result.add(
          new Price(
              price.value(), price.currency(), minutes, span.field(), span.start(), span.end()));
    }
    return result;
  }

  /** The prices in a field that the site sets apart; a bare number is in euros. */
  public List<Price> field(String value) {
    FoldedText text = FoldedText.of(value + "\n");
    List<Price> prices = read(new AdText(value, ""), text, reader.read(text), new Stretches());
    if (!prices.isEmpty()) {
      return prices.stream()
          .map(p -> new Price(p.amount(), p.currency(), p.minutes(), Span.Field.TITLE, 0, 0))
          .toList();
    }
    String bare = value.strip();
    boolean isNumber =
        bare.length() >= 2
            && bare.length() <= 5
            && bare.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber
        ? List.of(new Price(new BigDecimal(bare), "EUR", null, Span.Field.TITLE, 0, 0))
        : List.of();
  }

  /** The duration beside a price, with no other price between. */
  private static @Nullable Integer minutes(
      String text, List<Amount> amounts, int index, List<Duration> durations, boolean leads) {
    Amount price = amounts.get(index);
    Duration before = Durations.before(durations, price.start());
    boolean anotherBefore =
        before != null && index > 0 && amounts.get(index - 1).start() >= before.end();
    if (before != null && (anotherBefore || !belongs(text, before.end(), price.start()))) {
      before = null;
    }
    Duration after = Durations.after(durations, price.end());
    boolean anotherBehind =
        after != null
            && index + 1 < amounts.size()
            && amounts.get(index + 1).end() <= after.start();
    if (after != null && (anotherBehind || !belongs(text, price.end(), after.start()))) {
      after = null;
    }
    Duration chosen = leads ? (before != null ? before : after) : (after != null ? after : before);
    return chosen == null ? null : chosen.minutes();
  }

  private static boolean belongs(String text, int from, int to) {
    if (to - from > NEAR) {
      return false;
    }
    for (int at = from; at < to; at++) {
      if (text.charAt(at) == '\n' || text.charAt(at) == ';') {
        return false;
      }
    }
    return true;
  }
}
