package org.maraude.analyzer.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maraude.analyzer.extract.patterns.QuickPattern;
import org.maraude.analyzer.extract.reading.Compact;
import org.maraude.analyzer.extract.reading.FoldedText;

/**
 * Reads the names under which somebody advertises. A name is letters only, so no contact is one.
 * The phrase before it is looked for in the folded text: word boundaries of the raw one cost time
 * squared where marks pile up.
 */
final class AliasReader {

  private static final Pattern NAME =
      Pattern.compile("\\p{Lu}[\\p{L}'’-]{1,19}(?:\\s\\p{Lu}[\\p{L}'’-]{1,19})?");
  private static final QuickPattern STATED =
      QuickPattern.compile(
          "(?<![a-z])(?:m['’]\\s?appel+e|moi\\s(?:c['’]\\s?)?est|mon\\s(?:prenom|nom)\\s(?:est|:|c['’]est)|prenom\\s?:|pseudo\\s?:|"
              + "my\\sname(?:\\sis|['’]s)|name\\s?:|call\\sme|me\\sllamo|mi\\snombre\\ses|ma\\snumesc|numele\\smeu\\seste|"
              + "mi\\schiamo|ich\\sheis+e|me\\schamo)\\s{0,3}(?=[a-z])");

  /** What each of the phrases holds. */
  private static final List<String> NEEDED =
      List.of(
          "appel", "moi c", "moi est", "nom", "pseudo", "name", "call me", "llamo", "num", "chiamo",
          "ich hei", "chamo");

  private static final Pattern FIELD = Pattern.compile("[\\p{L}][\\p{L}\\p{M} '’.-]{1,39}");
  private static final List<String> FIELDS =
      List.of("name", "nom", "prenom", "prénom", "pseudo", "alias", "nickname");

  private AliasReader() {}

  static List<String> read(FoldedText text, Map<String, String> fields) {
    Set<String> names = new LinkedHashSet<>();
    for (String field : FIELDS) {
      String value = fields.getOrDefault(field, "");
      if (value.length() < 100 && FIELD.matcher(value.strip()).matches()) {
        names.add(value.strip());
      }
    }
    Compact compact = Compact.of(text);
    Matcher found = STATED.find(compact.text(), 0);
    if (found != null && NEEDED.stream().anyMatch(text.folded()::contains)) {
      for (; found != null; found = STATED.find(compact.text(), found.end())) {
        Matcher name = NAME.matcher(text.raw()).region(compact.start(found.end()), text.length());
        if (name.lookingAt()) {
          names.add(name.group());
        }
      }
    }
    return new ArrayList<>(names);
  }
}
