package org.maraude.analyzer.extract.phones;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maraude.analyzer.extract.patterns.QuickPattern;
import org.maraude.analyzer.extract.reading.FoldedText;
import org.maraude.analyzer.extract.reading.Stretches;

/**
 * Figures that are no phone number whatever their digits: told by their unit, their label or their
 * form. Read from the text folded in place, so the patterns need neither capitals nor accents.
 */
public final class OtherFigures {

  static final String MONTH =
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
  private static final QuickPattern LABELLED =
      QuickPattern.compile(
          "(?:siret|siren|rcs|iban|rib|bic|tva|vat|naf|ape|isbn|ean|adeli|rpps|cvv|nir|gps|latitude|longitude|loto|keno)\\b"
              + "[\\s:°n.#-]{0,6}(?:[a-z]{2,12}\\s)?[\\da-z]{0,4}\\d[\\d .,-]{2,28}"
              + "|(?:departements|depts)\\s?:?\\s?\\d{2,3}(?:(?:\\s?[,;/-]\\s?|\\s(?:et|ou)\\s|\\s)\\d{2,3}\\b){1,20}"
              + "|(?:departement|dept|lignes?|bus|tram|zones?|lots?|pages?|tailles?|pointures?)\\s?:?\\s?"
              + "\\d{1,3}(?:(?:\\s?[,;]\\s?|\\s(?:et|ou)\\s)\\d{1,3}\\b){1,20}");

  /**
   * References. Such a word alone announces one only before figures that are no phone's in form; a
   * word that has other meanings («client», «compte») needs a sign besides.
   */
  private static final QuickPattern REFERENCE =
      QuickPattern.compile(
          "(?:(?:ref(?:erence)?s?|commande|dossier|facture|ticket|colis|suivi|order|invoice|serial|serie|licen[cs]e|tracking|"
              + "transaction|pedido|referencia|immatriculation|devis|contrat|matricule|badge|adherente?s?|password|"
              + "mot\\sde\\spasse|digicode|code\\s(?:wi-?fi|acces|porte|pin|promo|postal|barres?|parrain(?:age)?)|"
              + "(?<![a-z]\\s)id)"
              + "(?:\\s?(?:n|n°|nº|no|numero|number|id|nr)(?![a-z])|\\s?[#°:]|\\.|\\b)"
              + "|(?:annonces?|client|id|code|listing|ad|booking|post|permis|anuncio|compte|account|carte|card)"
              + "(?:\\s?(?:n|n°|nº|no|numero|number|id|nr)(?![a-z])|\\s?[#°:]))"
              + "[\\s:.°#-]{0,4}([a-z]{0,4}[-\\d][\\d ./-]{2,24})");

  /** A French mobile in the groups in which phones and nothing else are written. */
  private static final Pattern PHONE_GROUPS =
      Pattern.compile(
          "(?:0|(?:\\+|00)?33[ .-]?(?:\\(0\\))?)[67]([ .-])\\d{2}\\1\\d{2}\\1\\d{2}\\1\\d{2}(?!\\d)[\\s.-]*");

  /** Told by what follows the digits. */
  private static final QuickPattern WITH_UNIT =
      QuickPattern.compile(
          // Possessive: what follows never begins with a digit.
          "(?:\\d{1,3}+(?:[ .\u00A0]\\d{3})++|\\d{1,7}+)(?:[.,]\\d{1,2}+)?\\s?(?=[a-z\\s,€$£%°])"
              + "(?:h[0-5]\\d(?!\\d)|h\\s[0-5][05](?![^a-z\\n]{0,6}\\d|\\s(?:tiret|point|puis))|"
              + UNIT
              + "(?![a-z\\d])|°\\s?[cf](?![a-z\\d])|"
              + SIGN
              + "(?!\\d|\\s{0,2}\\d{2}\\s{0,2}"
              + SIGN
              + ")|(?:er|st|nd|rd|th)?\\s(?:de )?"
              + MONTH
              + "(?:\\s(?:de )?(?:19|20)\\d{2})?\\b)");

  /** Told by the form of the digits alone. */
  private static final QuickPattern FORM =
      QuickPattern.compile(
          // How the alternatives below begin, so that most figures need not try each.
          "(?=\\d{1,4}[/.-]|\\d{1,2}(?::|\\s?[-/js])|\\d\\s?[7m]|\\d{5})(?:"
              + "(?:0?[1-9]|[12]\\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\\1(?:19|20)\\d{2}(?!\\d)"
              + "|(?:19|20)\\d{2}([/.-])(?:0[1-9]|1[0-2])\\2(?:[0-2]\\d|3[01])(?!\\d)"
              + "|(?:[01]?\\d|2[0-4]):[0-5]\\d(?![:\\d]|\\s?:)"
              + "|(?:0[1-9]|[12]\\d|3[01])([/.-])(?:0[1-9]|1[0-2])\\3\\d{2}(?=\\s(?:(?:a|de|-|at)\\s)?\\d{1,2}\\s?[h:.]\\s?\\d{2}(?!\\d|[.]\\d))"
              + "|\\d{6,20}[a-z\\d_-]{0,20}\\.(?:jpe?g|png|gif|webp|mp4|mov|pdf|heic)\\b"
              + "|[1-7]\\s?(?:j(?:ours?)?\\s?(?:/|sur)?\\s?|/|sur\\s)7(?![\\d\u2060])"
              + "|[12]\\s?m\\s?\\d{2}(?!\\d)"
              + "|(?<!\\d\\s?[-/]\\s?)[789]\\d\\s?[-/]\\s?\\d{2}\\s?[-/]\\s?[89]\\d(?!\\d|\\s?[-/])"
              + "|(?:0[1-9]|[1-8]\\d|9[0-8])\\d{3}(?![ .-]?\\d)(?=[ -]{1,3}\\p{L}))");

  private static final QuickPattern IBAN =
      QuickPattern.compile("[a-z]{2}\\d{2}(?:[ ]?[a-z0-9]{4}){3,7}(?:[ ]?[a-z0-9]{1,4})?\\b");

  private static final QuickPattern SIGN_FIRST =
      QuickPattern.compile("[€$£]\\s?\\d{1,5}(?:[.,]\\d{2})?(?!\\s?[\\d€$£])");

  private static final Pattern SEPARATOR_BEFORE =
      Pattern.compile("\\d\\s{0,2}(?:" + SIGN + "\\s{0,2}|:)$");

  private static final List<QuickPattern> AT_DIGITS = List.of(WITH_UNIT, FORM);
  private static final List<QuickPattern> AT_WORDS = List.of(LABELLED, IBAN);

  /** A stretch of the text. */
  public record Stretch(int start, int end) {}

  private OtherFigures() {}

  /**
   * Marks every such figure of the folded text.
   *
   * @return the references among them, which may look like a phone number to somebody else
   */
  public static List<Stretch> mark(String folded, Stretches stretches) {
    List<Stretch> references = new ArrayList<>();
    boolean inFigure = false;
    boolean inWord = false;
    for (int at = 0; at < folded.length(); at++) {
      char unit = folded.charAt(at);
      boolean digit = unit >= '0' && unit <= '9';
      boolean letter = unit >= 'a' && unit <= 'z';
      if (digit && !inFigure && !separated(folded, at)) {
        markFirst(AT_DIGITS, folded, at, stretches);
      } else if (letter && !inWord && !inFigure) {
        markReference(folded, at, stretches, references);
        markFirst(AT_WORDS, folded, at, stretches);
      } else if (unit == '€' || unit == '$' || unit == '£') {
        markSignFirst(folded, at, stretches);
      }
      inFigure = digit || (inFigure && unit == FoldedText.FILL);
      inWord = letter;
    }
    return references;
  }

  private static void markReference(
      String folded, int at, Stretches stretches, List<Stretch> references) {
    Matcher found = REFERENCE.at(folded, at);
    if (found == null
        || PHONE_GROUPS.matcher(folded).region(found.start(1), found.end(1)).lookingAt()) {
      return;
    }
    stretches.add(found.start(1), found.end(1));
    references.add(new Stretch(found.start(1), found.end(1)));
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
      List<QuickPattern> patterns, String folded, int at, Stretches stretches) {
    for (QuickPattern pattern : patterns) {
      Matcher found = pattern.at(folded, at);
      if (found != null) {
        stretches.add(found.start(), found.end());
        return;
      }
    }
  }
}
