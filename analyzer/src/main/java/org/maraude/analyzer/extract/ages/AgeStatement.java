package org.maraude.analyzer.extract.ages;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maraude.analyzer.extract.digits.NumberToken;
import org.maraude.analyzer.extract.patterns.QuickPattern;
import org.maraude.analyzer.extract.reading.FoldedText;
import org.maraude.analyzer.extract.reading.Window;

/**
 * A number that is stated as an age, by its unit or by the phrase before it.
 *
 * @param years the age that is meant
 * @param end where the statement ends in the raw text
 * @param isRefused whether it is a limit, a duration or somebody else's age
 */
record AgeStatement(int years, int end, boolean isRefused) {

  private static final int BEFORE = 60;
  private static final int AFTER = 40;

  /** The longest phrase that asks for an age, and blanks. */
  private static final int ASKED_WITHIN = 24;

  /** The same with a name behind it. */
  private static final int NAMED_WITHIN = 36;

  /** Units; letters may be drawn by signs that look alike. */
  private static final QuickPattern UNIT =
      QuickPattern.compile(
          "^[\\s\u00A0.*-]{0,3}(?:[a4@]n+[s5$]{0,3}|a[\\s.*_-]n[\\s.*_-]s|piges|balais|printemps|springs|years?[\\s-]?(?:olds?|young|of\\sage)|"
              + "yrs?(?:[\\s-]olds?)?|y[\\s./-]{0,2}o\\.?|an[i1]t?os|(?:de\\s)?ani|anni|anos|jahre(?:\\salt)?)(?![a-z\\d])");

  /** «22a» and nothing behind it that would make the letter a word. */
  private static final QuickPattern SHORT_UNIT =
      QuickPattern.compile("^\\s?a\\s{0,2}(?=$|[,;.!?)/|\\n])");

  private static final QuickPattern ASKS =
      QuickPattern.compile(
          "(?:\\bj\\s?['’ ]?\\s?ai|\\bans\\s(?:[a-z]{1,6}\\s)?j['’ ]?en\\sai|(?<![a-z])age(?:d|es?)?s?\\s(?:est\\s)?(?:de\\s)?|(?<![a-z])age\\s?[:=-]?|\\bi['’]?\\s?a?m|\\bi am|"
              + "\\btengo|\\btenho|\\bedad\\s?:?|\\bidade\\s?:?|\\beta\\s?:|\\bvarsta\\s?:?|\\bam|\\bturned|\\bho)\\s*$");

  /** «I am Kate, », with nothing behind the number but the end of what is said. */
  private static final QuickPattern NAMED =
      QuickPattern.compile(
          "(?:\\bi['’]?\\s?a?m|\\bmy\\sname\\sis|\\bje\\sm['’]?\\s?appelle|\\bmoi\\sc['’]?\\s?est|\\bsoy|\\bme\\sllamo)\\s"
              + "[a-z]{2,14}\\s?[,(]\\s?$");

  private static final QuickPattern OWN =
      QuickPattern.compile("\\bj\\s?['’ ]?\\s?ai\\s*$|\\bje\\s(?:viens\\sd['’]avoir|fete)\\s*$");
  private static final Pattern NOT_MORE =
      Pattern.compile(
          "^\\s*(?:$|[,;!?)/|\\n]|(?<=\\s)[-–]\\s|\\.(?!\\d)|and\\b|et\\b|y\\b|e\\b|si\\b|from\\b|de paris\\b)");

  /** What says that the age is not reached yet. */
  private static final QuickPattern TO_COME =
      QuickPattern.compile(
          "(?:\\bbientot|\\bpresque|\\bquasi(?:ment)?|\\balmost|\\bnearly|\\bsoon|\\bcasi|\\bquase|\\baproape|\\bturning|"
              + "\\bvais\\s(?:avoir|feter|sur)|\\baurai|\\bva\\savoir)\\s*(?:mes\\s|les\\s|a\\s)?$");

  private static final QuickPattern BIRTH =
      QuickPattern.compile(
          "\\b(?:nee?(?:\\s?\\(e\\))?\\s(?:en|le)|born\\s(?:in|on)|nacid[ao]\\s(?:en|el)|nascid[ao]\\sem|nat[ao]\\s(?:nel|il)|"
              + "nascuta?\\sin|annee\\sde\\snaissance|date\\sde\\snaissance)\\s*:?\\s?(?:\\d{1,2}[\\s/.-]\\d{1,2}[\\s/.-])?$");

  /** The statement around a number of one or two digits, if it is one. */
  static Optional<AgeStatement> of(FoldedText text, NumberToken token) {
    Window after = Window.after(text, token.end(), AFTER);
    Matcher unit = UNIT.at(after.text(), 0);
    boolean counts = !(token.soft() && token.length() == 1);
    int end = -1;
    if (unit != null && counts) {
      end = after.rawEnd(unit.end());
    } else if (token.length() == 2 && isShortUnit(text, token, after)) {
      end = token.end() + 1 + (text.folded().charAt(token.end()) == 'a' ? 0 : 1);
    }
    if (end < 0) {
      boolean asked =
          token.length() == 2 && NOT_MORE.matcher(after.text()).find() && isAskedFor(text, token);
      if (!asked) {
        return Optional.empty();
      }
      end = token.end();
    }
    Window before = Window.before(text, token.start(), BEFORE);
    String rest = Window.after(text, end, AFTER).text();
    boolean refused =
        AgeGuards.refuse(token.value(), before.text(), rest, isOfAPlace(text.raw(), end))
            && !(OWN.isIn(before.text()) && rest.stripLeading().startsWith("revolu"));
    int years = TO_COME.isIn(before.text()) ? token.value() - 1 : token.value();
    return Optional.of(new AgeStatement(years, end, refused));
  }

  private static boolean isAskedFor(FoldedText text, NumberToken token) {
    return ASKS.isIn(Window.before(text, token.start(), ASKED_WITHIN).text())
        || NAMED.isIn(Window.before(text, token.start(), NAMED_WITHIN).text());
  }

  private static boolean isShortUnit(FoldedText text, NumberToken token, Window after) {
    return SHORT_UNIT.begins(after.text())
        && text.raw().regionMatches(true, after.rawEnd(after.text().indexOf('a')), "a", 0, 1);
  }

  /** «de» and a name with a capital. */
  private static boolean isOfAPlace(String raw, int end) {
    int at = end;
    while (at < raw.length() && raw.charAt(at) == ' ') {
      at++;
    }
    return raw.startsWith("de ", at)
        && at + 3 < raw.length()
        && Character.isUpperCase(raw.charAt(at + 3));
  }

  /** The age of somebody born in this year, as of the year the ad was seen. */
  static Optional<Integer> birth(FoldedText text, NumberToken token, int year) {
    boolean born =
        token.length() == 4
            && token.look() == NumberToken.Look.DIGITS
            && BIRTH.isIn(Window.before(text, token.start(), BEFORE).text());
    return born ? Optional.of(year - token.value()) : Optional.empty();
  }
}
