package org.maraude.analyzer.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the names under which somebody advertises. A name is letters only, so no contact is one.
 */
final class AliasReader {

  private static final String NAME = "(\\p{Lu}[\\p{L}'’-]{1,19}(?:\\s\\p{Lu}[\\p{L}'’-]{1,19})?)";
  private static final Pattern STATED =
      Pattern.compile(
          "(?iu:\\bje\\sm['’]appel+e|\\bm['’]appel+e|\\bmoi\\sc['’]est|\\bmon\\s(?:pr[ée]nom|nom)\\s(?:est|:|c['’]est)|"
              + "\\bpr[ée]nom\\s?:|\\bpseudo\\s?:|\\bmy\\sname(?:\\sis|['’]s)|\\bname\\s?:|\\bcall\\sme|\\bme\\sllamo|\\bmi\\snombre\\ses|"
              + "\\bm[ăa]\\snumesc|\\bnumele\\smeu\\seste|\\bmi\\schiamo|\\bich\\shei(?:ß|ss)e|\\bme\\schamo)\\s*"
              + NAME,
          Pattern.UNICODE_CASE);
  private static final Pattern FIELD = Pattern.compile("[\\p{L}][\\p{L}\\p{M} '’.-]{1,39}");
  private static final List<String> FIELDS =
      List.of("name", "nom", "prenom", "prénom", "pseudo", "alias", "nickname");

  private AliasReader() {}

  static List<String> read(AdText ad, java.util.Map<String, String> fields) {
    Set<String> names = new LinkedHashSet<>();
    for (String field : FIELDS) {
      String value = fields.getOrDefault(field, "").strip();
      if (FIELD.matcher(value).matches()) {
        names.add(value);
      }
    }
    for (Matcher found = STATED.matcher(ad.joined()); found.find(); ) {
      names.add(found.group(1));
    }
    return new ArrayList<>(names);
  }
}
