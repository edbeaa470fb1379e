package org.maraude.dashboard.prevention;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a column of a platform's table can be for us. Everything else in it is not read. */
public enum Column {
  REFERENCE("permalien|permalink|lien|link|url|identifiant|reference|post id|^id$"),
  DAY("date|jour|day"),
  VIEWS("vue|view|impression|couverture|reach|portee"),
  LIKES("aime|like|reaction"),
  COMMENTS("comment"),
  SHARES("partage|share"),
  SAVES("enregistre|save|favori");

  private final Pattern heads;

  Column(String heads) {
    this.heads = Pattern.compile(heads);
  }

  /** Which column each is, by the heads' names; what is not found is left out. */
  static Map<Column, Integer> guessed(List<String> heads) {
    var found = new EnumMap<Column, Integer>(Column.class);
    for (var column : values()) {
      for (int i = 0; i < heads.size(); i++) {
        var plain =
            Normalizer.normalize(heads.get(i), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        if (!found.containsValue(i) && column.heads.matcher(plain).find()) {
          found.put(column, i);
          break;
        }
      }
    }
    return found;
  }
}
