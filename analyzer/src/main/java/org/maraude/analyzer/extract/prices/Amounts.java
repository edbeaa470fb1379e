package org.maraude.analyzer.extract.prices;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.extract.digits.NumberToken;
import org.maraude.analyzer.extract.digits.NumberToken.Look;
import org.maraude.analyzer.extract.patterns.QuickPattern;
import org.maraude.analyzer.extract.reading.FoldedText;
import org.maraude.analyzer.extract.reading.Stretches;

/** Numbers that are amounts of money: beside a currency, or in their place in a price list. */
final class Amounts {

  /** An amount and where it stands, its currency included. */
  record Amount(BigDecimal value, String currency, int start, int end) {}

  /** Only ordinals and districts are written with an e below this. */
  private static final int LEAST_WITH_E = 21;

  private static final int LEAST_BARE = 20;
  private static final int MOST_BARE = 3000;

  /** Longer times beside a bare number are hours of the day. */
  private static final int LONGEST_BARE = 360;

  private static final Pattern PARTED = Pattern.compile("[\\n.;]");

  private static final Pattern CURRENCY =
      Pattern.compile(
          "\\s?(€|euros?|eur|e|£|gbp|pounds?|quid|\\$|usd|dollars?|lei|ron|chf|francs?|roses?|bisous?|balles|🌹|💶|💐)(?![a-z\\d])");
  private static final Pattern CURRENCY_OR_CENTS =
      Pattern.compile("[ .\u00A0\u202F]\\d{3}(?!\\d)|[.,]\\d{2}(?!\\d)|" + CURRENCY.pattern());
  private static final QuickPattern LABEL =
      QuickPattern.compile(
          "\\b(?:tarifs?|prix|prices?|rates?|pret|precios?|precos?|prezzo|donation|don|cadeau|gift)\\s?(?:[:=]|est\\sde|de|is)?\\s?$");
  private static final Pattern OTHER_UNIT =
      Pattern.compile(
          "\\s?(?:h(?![a-z])|h\\d|heures?|hours?|horas?|min|mn|minutes?|ans?\\b|cm|kgs?|kilos|m\\d|m\\b|%|photos?|km|jours?|j/|rue|"
              + "avenue|boulevard|[:'’°]|[.,]\\d)");
  private static final Pattern LIST_GAP = Pattern.compile("\\s?[/;,|-]\\s?|\\s");
  private static final Pattern LEADS = Pattern.compile("\\s?(?:[:=>-]+|->|→|est\\sa|a)?\\s?");

  private static final Map<String, String> CURRENCIES =
      Map.ofEntries(
          Map.entry("£", "GBP"),
          Map.entry("g", "GBP"),
          Map.entry("p", "GBP"),
          Map.entry("q", "GBP"),
          Map.entry("$", "USD"),
          Map.entry("u", "USD"),
          Map.entry("d", "USD"),
          Map.entry("l", "RON"),
          Map.entry("c", "CHF"),
          Map.entry("f", "CHF"));

  private final FoldedText text;
  private final String folded;
  private final List<NumberToken> numbers;
  private final Stretches contacts;
  private final List<Amount> amounts = new ArrayList<>();

  Amounts(FoldedText text, List<NumberToken> numbers, Stretches contacts) {
    this.text = text;
    this.folded = withPictures(text);
    this.numbers = numbers;
    this.contacts = contacts;
  }

  private static String withPictures(FoldedText text) {
    return text.folded().indexOf(FoldedText.PICTURE) < 0 ? text.folded() : pictures(text);
  }

  private static String pictures(FoldedText text) {
    StringBuilder read = new StringBuilder(text.folded());
    for (int at = 0; at + 1 < read.length(); at++) {
      if (read.charAt(at) == FoldedText.PICTURE && read.charAt(at + 1) == FoldedText.FILL) {
        read.setCharAt(at, text.raw().charAt(at));
        read.setCharAt(at + 1, text.raw().charAt(at + 1));
      }
    }
    return read.toString();
  }

  /** All amounts in the order of the text. */
  List<Amount> read(List<Durations.Duration> durations) {
    boolean list = false;
    for (int at = 0; at < numbers.size(); at++) {
      NumberToken token = numbers.get(at);
      if (contacts.touch(token.start(), token.end()) || isWord(token) || token.length() > 6) {
        list = false;
        continue;
      }
      int last = wholeUntil(at);
      Amount amount = withCurrency(at, last);
      if (amount == null && last == at) {
        boolean labelled = LABEL.isIn(before(token)) || (list && followsInList(at));
        boolean placed =
            labelled || ledByDuration(token, durations) || leadsToDuration(token, durations);
        amount = placed && isBare(token) ? bare(token) : null;
        list = amount != null && labelled;
      } else {
        list = amount != null && (list || LABEL.isIn(before(token)));
      }
      if (amount != null) {
        amounts.add(amount);
        at = last;
      }
    }
    return amounts;
  }

  /** «cent» alone is an ordinary word; before a currency's name it is an amount. */
  private boolean isWord(NumberToken token) {
    Matcher behind = token.soft() && token.length() > 2 ? currencyAt(token.end()) : null;
    return token.soft() && (behind == null || behind.group(1).equals("e"));
  }

  /** The last token of an amount that is written in several: thousands, cents. */
  private int wholeUntil(int at) {
    int last = at;
    while (last + 1 < numbers.size()
        && numbers.get(at).length() <= 3
        && numbers.get(last + 1).length() == 3
        && isGap(last, " .\u00A0\u202F")
        && goesOn(numbers.get(last + 1).end())) {
      last++;
    }
    boolean cents =
        last + 1 < numbers.size() && numbers.get(last + 1).length() == 2 && isGap(last, ".,");
    return cents && currencyAt(numbers.get(last + 1).end()) != null ? last + 1 : last;
  }

  private boolean goesOn(int end) {
    return CURRENCY_OR_CENTS.matcher(folded).region(end, folded.length()).lookingAt();
  }

  private boolean isGap(int at, String separators) {
    int start = numbers.get(at).end();
    return numbers.get(at + 1).start() == start + 1
        && separators.indexOf(folded.charAt(start)) >= 0
        && numbers.get(at).look() == Look.DIGITS;
  }

  private @Nullable Matcher currencyAt(int end) {
    Matcher found =
        CURRENCY.matcher(folded).region(end, folded.length()).useTransparentBounds(true);
    return found.lookingAt() ? found : null;
  }

  private @Nullable Amount withCurrency(int first, int last) {
    NumberToken start = numbers.get(first);
    int end = numbers.get(last).end();
    if (start.start() > 0 && isInsideFigure(start.start())) {
      return null;
    }
    BigDecimal value = value(first, last);
    Matcher behind = currencyAt(end);
    if (behind != null
        && !(behind.group(1).equals("e")
            && (value.intValue() < LEAST_WITH_E || !isE(behind.start(1))))) {
      return new Amount(value, currency(behind.group(1)), start.start(), behind.end());
    }
    int sign = start.start() - 1;
    sign -= sign >= 0 && folded.charAt(sign) == ' ' ? 1 : 0;
    boolean signFirst =
        sign >= 0
            && "€£$".indexOf(folded.charAt(sign)) >= 0
            && (sign == 0 || !Character.isDigit(folded.charAt(sign - 1)))
            && (sign < 2
                || !(folded.charAt(sign - 1) == ' ' && Character.isDigit(folded.charAt(sign - 2))));
    return signFirst
        ? new Amount(value, currency(folded.substring(sign, sign + 1)), sign, end)
        : null;
  }

  /** «10,5 €»: the second half is no amount. */
  private boolean isInsideFigure(int start) {
    return start > 1
        && ".,".indexOf(folded.charAt(start - 1)) >= 0
        && Character.isDigit(folded.charAt(start - 2));
  }

  private boolean isE(int at) {
    char unit = text.raw().charAt(at);
    return unit == 'e' || unit == 'E';
  }

  private BigDecimal value(int first, int last) {
    StringBuilder digits = new StringBuilder(numbers.get(first).digits());
    for (int at = first + 1; at <= last; at++) {
      digits.append(numbers.get(at).length() == 2 ? "." : "").append(numbers.get(at).digits());
    }
    return new BigDecimal(digits.toString());
  }

  private static String currency(String sign) {
    if (sign.startsWith("ro") && !sign.startsWith("ros")) {
      return "RON";
    }
    return CURRENCIES.getOrDefault(sign.substring(0, 1), "EUR");
  }

  private String before(NumberToken token) {
    return folded.substring(Math.max(0, token.start() - 16), token.start());
  }

  private boolean followsInList(int at) {
    String gap = folded.substring(numbers.get(at - 1).end(), numbers.get(at).start());
    return LIST_GAP.matcher(gap).matches();
  }

  private boolean ledByDuration(NumberToken token, List<Durations.Duration> durations) {
    Durations.Duration before = Durations.before(durations, token.start());
    return before != null
        && before.minutes() <= LONGEST_BARE
        && token.start() - before.end() <= 4
        && LEADS.matcher(folded.substring(before.end(), token.start())).matches();
  }

  private boolean leadsToDuration(NumberToken token, List<Durations.Duration> durations) {
    Durations.Duration after = Durations.after(durations, token.end());
    return after != null
        && after.connected()
        && after.minutes() <= LONGEST_BARE
        && after.start() - token.end() <= 8
        && !PARTED.matcher(folded.substring(token.end(), after.start())).find();
  }

  private boolean isBare(NumberToken token) {
    int value = token.value();
    return value >= LEAST_BARE
        && value <= MOST_BARE
        && value % 5 == 0
        && !OTHER_UNIT.matcher(folded).region(token.end(), folded.length()).lookingAt();
  }

  private Amount bare(NumberToken token) {
    return new Amount(new BigDecimal(token.value()), "EUR", token.start(), token.end());
  }
}
