package org.maraude.analyzer.extract.ages;

import org.maraude.analyzer.extract.patterns.QuickPattern;

/**
 * Why a number of years is nobody's age, or not the advertiser's: a limit for clients, a client's
 * age, a duration, a thing's age, somebody's child. Patterns read folded text: no capitals, no
 * accents. Each looks at a few dozen characters only.
 */
final class AgeGuards {

  private static final int ADULT = 18;

  /** From here on an age behind «maman de» is hers. */
  private static final int PARENTS_AGE = 25;

  /** Limits: «plus de», «over», «pas avant». */
  private static final QuickPattern LIMIT_BEFORE =
      QuickPattern.compile(
          "(?:\\bplus\\sde|\\bmoins\\sde|[+<>≥]\\s?(?:de)?|\\bpartir\\sde|\\bdes|\\bminimum|\\bmini|\\bau\\smoins|"
              + "\\bover|\\bunder|\\babove|\\bbelow|\\bthan|\\bmayor(?:es)?\\sde|\\bmenor(?:es)?\\sde|\\bmaior(?:es)?\\sde|"
              + "\\bmaggiori?\\sdi|\\bminori?\\sdi|\\bpeste|\\bsub|\\bmajeure?s?\\s?\\(?|\\bat\\sleast|\\bsince|\\bmas\\sde|"
              + "\\bmenos\\sde|\\bmais\\sde|\\bavant|\\bbefore|\\bmust\\sbe|\\bneed\\sto\\sbe|\\bhave\\sto\\sbe|\\byou\\sare|"
              + "\\bvous\\savez|\\btu\\sas|\\b(?:vos|tes|your)|\\bage\\s(?:legal|requis|exige|minimal)\\s?(?:est\\s|de\\s)?|\\b(?:faut|doit|doivent|devez|dois)\\s(?:avoir|etre\\sagee?s?\\sde)|\\b(?:certifi|confirm|attest|declar)[a-z]{1,4}\\savoir|\\bayant|\\bjusqu['’]?\\s?a|\\bup\\sto|\\binterdit\\s?(?:aux?|:)?|\\breserve\\saux)"
              + "\\s*(?:the\\sage\\sof\\s|l['’]age\\sde\\s)?:?\\s*$");

  /** «-18 ans» and «- de 18 ans», but «Éva - 36 ans - Paris» parts what is said. */
  private static final QuickPattern LESS = QuickPattern.compile("(?<!\\d\\s?)-(?:\\s?de\\s*)?$");

  private static final QuickPattern LIMIT_AFTER =
      QuickPattern.compile(
          "^\\s*(?:\\+|et\\s(?:\\+|plus|au[\\s-]dela)|ou\\s(?:\\+|plus)|mini(?:mum|m|mo)?\\b|min\\b|and\\s(?:over|up|above|older)|"
              + "or\\s(?:over|older|above)|y\\smas|o\\smas|e\\smais|ou\\smais|requis|obligatoires?|exige|s['’ ]abstenir|"
              + "max(?:imum|i)?\\b|revolus?\\s(?:pour|minimum|requis|obligatoires?|exige))");

  private static final QuickPattern DURATION_BEFORE =
      QuickPattern.compile(
          "(?:\\bdepuis|\\bdans|(?<!vais\\s)\\bsur|\\bil\\sy\\sa|\\bpendant|\\bdurant|\\btous\\sles|\\bfor|\\bhace|\\bdesde(?:\\shace)?|\\ben|\\bd['’]ici|"
              + "\\bexperience\\s?(?:de|:)?|\\bgarantie?|\\bsince|\\bde\\spres\\sde|\\bevery|\\ban[s']?\\sde|\\bha)\\s*$");

  /** «ans de métier», «years of», «ans que», but not «ans de Lyon»: see {@link #ofAPlace}. */
  private static final QuickPattern DURATION_AFTER =
      QuickPattern.compile(
          "^\\s*(?:de\\s(?!plus)[a-z]|d['’]|du\\s|des\\s|of\\s|passes\\s(?:a|au|dans|en|chez|comme)\\b|ago\\b|que\\b|qu['’]|(?:d['’])?experien|"
              + "(?:in|en|dans)\\s(?:le\\s|the\\s)?(?:metier|massage|business|job)|esperienza|of\\sexperience)");

  private static final QuickPattern ORIGIN =
      QuickPattern.compile(
          "^\\s*d(?:e\\s|['’])(?:origine|nationalite|type|corps|passage|la\\sregion)");

  private static final QuickPattern THING =
      QuickPattern.compile(
          "\\b(?:immeuble|vehicule|moto|camion|bateau|piano|appart(?:ement)?|maison|salon|studio|meuble|voiture|bail|contrat|diplome|site|entreprise|societe|"
              + "institut|boutique|building|house|flat|car|lease|company|whisky|rhum|vin|arbre|relation|mariage|couple)\\s"
              + "(?:[a-z]+\\s)?(?:de|d['’]|of)\\s*$");

  private static final QuickPattern JUBILEE = QuickPattern.compile("\\b(?:les|ses|nos)\\s*$");
  private static final QuickPattern OF_SOMETHING =
      QuickPattern.compile("^\\s*(?:du|de\\s(?:la|notre|nos|ma)|d['’])\\s?");

  private static final String CHILDREN =
      "(?:enfants?|filles?|fils|garcons?|bebes?|chiens?|chats?|kids?|child(?:ren)?|daughters?|sons?|dog|cat|hij[oa]s?|perro|"
          + "niet[oa]s?|copil|copii|filh[oa]s?|figli[oae]?)";
  private static final QuickPattern RELATIVE =
      QuickPattern.compile(
          "\\b(?:(?:mon|ma|mes|sa|son|ses|nos|notre|my|our|her|mi|mis|meu|minha|mio|mia)\\s(?:\\w+\\s)?"
              + CHILDREN
              + "|(?:un|une|deux|trois|quatre|two|three|dos|tres|doi|\\d)\\s(?:enfants?|fils|bebes?|kids|children|hijos|copii)"
              + "|(?:enfants|bebes|kids|children|ninos)\\s(?:de|d['’]|entre|of|aged)"
              + "|(?:mere|maman|pere|papa|mother|mom|mum|father)\\s(?:de|d['’]|of)"
              + "|j['’]ai\\s(?:un|une)\\s(?:\\w+\\s)?"
              + CHILDREN
              + ")\\b[^.,;!?\\n]*$");

  /** A parent's own age stands where a child's may: «maman de 36 ans» has no child of 36. */
  private static final QuickPattern PARENT =
      QuickPattern.compile("\\b(?:mere|maman|pere|papa)\\sde\\s*$");

  private static final QuickPattern CLIENT =
      QuickPattern.compile(
          "(?<![a-z])(?:hommes?|clients?|clientele|messieurs|monsieur|mecs?|gentlem[ae]n|men|man|hombres?|caballeros?|clientes?|"
              + "guys?|barbati?|homens?|uomini|uomo|vous\\savez|tu\\sas|toi)(?![a-z])[^.,;!?\\n]{0,30}$");
  private static final QuickPattern CLIENT_CLOSE =
      QuickPattern.compile(
          "(?<![a-z])(?:hommes|clients|messieurs|men|gentlemen|hombres|caballeros|clientes|guys)\\s(?:de|of|aged)\\s*$");

  /** A man who begins with himself. */
  private static final QuickPattern MAN_HIMSELF =
      QuickPattern.compile("(?<![^\\n.!])\\s{0,3}(?:jeune\\s)?(?:homme|monsieur|man|hombre)\\s*$");

  /** «pas 40 ans», and what somebody looks like or celebrates: not their age. */
  private static final QuickPattern DENIED =
      QuickPattern.compile(
          "(?:\\bpas|\\bnot|\\bpour\\s(?:ses|les|nos)|(?<!je\\s)\\bfete\\s(?:ses|les|nos)|\\bparais|\\bparait|\\bfais|\\bfait|\\bme\\sdonne|\\bm['’]en\\sdonne|\\blooks?(?:\\slike)?|"
              + "\\bparezco|\\baparento)\\s*$");

  private AgeGuards() {}

  /**
   * Whether the number is none of the advertiser's age. Below 18 the guards ask for more, because
   * missing one is worse than showing one to a person too many.
   *
   * @param ofAPlace whether a name with a capital follows «de»: «22 ans de Lyon»
   */
  static boolean refuse(int years, String before, String after, boolean ofAPlace) {
    boolean client = years < ADULT ? CLIENT_CLOSE.isIn(before) : CLIENT.isIn(before);
    if (client && !MAN_HIMSELF.isIn(before)
        || LESS.isIn(before)
        || LIMIT_BEFORE.isIn(before)
        || LIMIT_AFTER.begins(after)) {
      return true;
    }
    if (DURATION_BEFORE.isIn(before) || THING.isIn(before)) {
      return true;
    }
    if (years >= ADULT && DENIED.isIn(before)) {
      return true;
    }
    boolean duration = !ofAPlace && DURATION_AFTER.begins(after) && !ORIGIN.begins(after);
    boolean jubilee = JUBILEE.isIn(before) && OF_SOMETHING.begins(after);
    boolean parent = years >= PARENTS_AGE && PARENT.isIn(before);
    return duration || jubilee || !parent && RELATIVE.isIn(before);
  }
}
