package org.maraude.dashboard.exports.packages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.maraude.dashboard.exports.intruder.Protection;
import org.maraude.dashboard.exports.noise.ContributionBound;
import org.maraude.dashboard.exports.noise.PublicTable;

/** {@code manifest.json}: how the table was made, and the SHA-256 of every other file. */
final class Manifest {

  static final String FORM = "maraude-release/1";
  static final String FILE = "manifest.json";
  static final String SIGNATURE = "manifest.sig";

  private Manifest() {}

  static Map<String, Object> of(Facts facts, SortedMap<String, byte[]> files, String keyPrint) {
    var all = new LinkedHashMap<String, Object>();
    all.put("form", FORM);
    all.put("id", facts.id().toString());
    all.put("kind", facts.kind().name());
    all.put("grid", facts.grid().name());
    all.put("quarter", facts.quarter().toString());
    all.put("unit", "advertiser: ads that share a contact or a text");
    all.put("frozenAt", facts.frozenAt().toString());
    all.put("software", facts.software());
    all.put("method", method(facts));
    all.put("key", "sha256:" + keyPrint);
    var listed = new ArrayList<Map<String, Object>>();
    files.forEach((path, content) -> {
      var file = new LinkedHashMap<String, Object>();
      file.put("path", path);
      file.put("bytes", content.length);
      file.put("sha256", Digest.of(content));
      listed.add(file);
    });
    all.put("files", List.copyOf(listed));
    return all;
  }

  private static Map<String, Object> method(Facts facts) {
    var method = new LinkedHashMap<String, Object>();
    switch (facts.kind()) {
      case PUBLIC -> {
        method.put("name", "discrete Laplace, exact integer sampling, keyed");
        method.put("epsilon", String.valueOf(facts.epsilon()));
        method.put("bound", ContributionBound.CELLS);
        method.put("smallest", PublicTable.SMALLEST);
        method.put("roundedTo", PublicTable.STEP);
        if (facts.margin() != null) {
          method.put("margin95", facts.margin());
        }
        if (facts.ledgerLine() != null) {
          method.put("ledgerLine", facts.ledgerLine());
        }
      }
      case RESEARCH -> {
        method.put("name", "threshold, complementary suppression, audit by linear programmes");
        method.put("k", Protection.K);
        method.put("interval", Protection.K);
      }
    }
    return method;
  }
}
