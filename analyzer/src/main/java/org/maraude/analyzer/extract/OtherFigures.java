package org.maraude.analyzer.extract;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Figures that are no phone number whatever their digits: told by their unit, their label or their
 * form. Read from the text folded in place, so the patterns need neither capitals nor accents.
 */
final class OtherFigures {

  private static final String MONTH =
      "(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|"
          + "january|february|march|april|may|june|july|august|september|october|november|december|"
          + "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)";

  /** Units, and things that are counted. */
  private static final String UNIT =
      "(?:h|heures?|hours?|hrs?|horas?|minutes?|minutos?|mins?|mn|am|pm|ans?|anos|ani|years?|yrs?|yo|jours?|dias?|days?|"
          + "semaines?|mois|cm|mm|kgs?|kilos?|km|m2?|g|cl|ml|lbs?|ft|inch|inches|mo|go|gb|mb|cv|kw|watts?|euros?|"
          + "eur|usd|gbp|dollars?|lei|ron|chf|pounds?|roses?|photos?|fois|personnes?|clients?|avis|vues?|views?|places?|"
          + "pieces?|people|reviews?|times|members?|membres?|abonnes?|followers|(?:bis |ter )?,?(?:rue|avenue|boulevard|bd|"
          + "place|impasse|chemin|allee|quai|street|road|calle))";

  /** Amounts with a sign; between two signs it is a separator instead, as in {@code 06€39€98}. */
  private static final String SIGN = "[€$£%]";

  /** What a label announces, and how far it reaches. */
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?:siret|siren|rcs|iban|bic|tva|naf|ape|isbn|ean|adeli|rpps|cvv)\\b"
              + "[\\s:°n.#-]{0,6}(?:[a-z]{2,12}\\s)?[\\da-z]{0,4}\\d[\\d .-]{2,28}"
              + "|(?:ref(?:erence)?s?|annonce|dossier|commande|facture|client|ticket|id|code|order|listing|ad|booking|post|"
              + "invoice|serial|serie|licen[cs]e|permis|colis|suivi|anuncio|pedido|referencia|compte|account)"
              + "(?:\\s?(?:n|n°|nº|no|numero|number|id|nr)(?![a-z])|\\s?[#°:]|\\.|\\b)[\\s:.°#-]{0,4}"
              + "[a-z]{0,4}[-\\d][\\d .-]{2,24}");

  /** Told by what follows the digits. */
  private static final Pattern WITH_UNIT =
      Pattern.compile(
          "(?:\\d{1,3}(?:[ .\u00A0]\\d{3})+|\\d{1,7})(?:[.,]\\d{1,2})?\\s?"
              + "(?:h[0-5]\\d(?!\\d)|h\\s[0-5]\\d(?![\\d]|[ .-]\\d)|"
              + UNIT
              + "(?![a-z\\d])|"
              + SIGN
              + "(?!\\d|\\s{0,2}\\d{2}\\s{0,2}"
              + SIGN
              + ")|(?:er|st|nd|rd|th)?\\s(?:de )?"
              + MONTH
              + "(?:\\s(?:de )?(?:19|20)\\d{2})?\\b)");

  /** Told by the form of the digits alone. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?:0?[1-9]|[12]\\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\\1(?:19|20)\\d{2}(?!\\d)"
              + "|(?:19|20)\\d{2}([/.-])(?:0[1-9]|1[0-2])\\2(?:[0-2]\\d|3[01])(?!\\d)"
              + "|(?:[01]?\\d|2[0-4]):[0-5]\\d(?![:\\d]|\\s?:)"
              + "|[1-7]\\s?(?:j(?:ours?)?\\s?(?:/|sur)?\\s?|/|sur\\s)7(?![\\d\u2060])"
              + "|[12]\\s?m\\s?\\d{2}(?!\\d)"
              + "|(?<!\\d\\s?[-/]\\s?)[789]\\d\\s?[-/]\\s?\\d{2}\\s?[-/]\\s?[89]\\d(?!\\d|\\s?[-/])"
              + "|(?:0[1-9]|[1-8]\\d|9[0-8])\\d{3}(?![ .-]?\\d)(?=[ -]{1,3}\\p{L})");

  private static final Pattern IBAN =
      Pattern.compile("[a-z]{2}\\d{2}(?:[ ]?[a-z0-9]{4}){3,7}(?:[ ]?[a-z0-9]{1,4})?\\b");

  private static final Pattern SIGN_FIRST =
      Pattern.compile("[€$£]\\s?\\d{1,5}(?:[.,]\\d{2})?(?!\\s?[\\d€$£])");

  private static final Pattern SEPARATOR_BEFORE =
      Pattern.compile("\\d\\s{0,2}(?:" + SIGN + "\\s{0,2}|:)$");

  private static final List<Pattern> AT_DIGITS = List.of(WITH_UNIT, FORM);
  private static final List<Pattern> AT_WORDS = List.of(LABELLED, IBAN);

  private OtherFigures() {}

  /** Marks every such figure of the folded text. */
  static void mark(String folded, Stretches stretches) {
    boolean inFigure = false;
    boolean inWord = false;
    for (int at = 0; at < folded.length(); at++) {
      char unit = folded.charAt(at);
      boolean digit = unit >= '0' && unit <= '9';
      boolean letter = unit >= 'a' && unit <= 'z';
      if (digit && !inFigure && !separated(folded, at)) {
        markFirst(AT_DIGITS, folded, at, stretches);
      } else if (letter && !inWord && !inFigure) {
        markFirst(AT_WORDS, folded, at, stretches);
      } else if (unit == '€' || unit == '$' || unit == '£') {
        markSignFirst(folded, at, stretches);
      }
      inFigure = digit || (inFigure && unit == Folding.FILL);
      inWord = letter;
    }
  }

  private static void markSignFirst(String folded, int at, Stretches stretches) {
    boolean afterDigit = at > 0 && Character.isDigit(folded.charAt(at - 1));
    if (!afterDigit) {
      markFirst(List.of(SIGN_FIRST), folded, at, stretches);
    }
  }

  private static boolean separated(String folded, int at) {
    return at > 1
        && !Character.isLetter(folded.charAt(at - 1))
        && SEPARATOR_BEFORE.matcher(folded).region(Math.max(0, at - 6), at).find();
  }

  private static void markFirst(
      List<Pattern> patterns, String folded, int at, Stretches stretches) {
    for (Pattern pattern : patterns) {
      Matcher matcher =
          pattern.matcher(folded).region(at, folded.length()).useTransparentBounds(true);
      if (matcher.lookingAt()) {
        stretches.add(matcher.start(), matcher.end());
        return;
      }
    }
  }
}
