package org.maraude.dashboard.exports.packages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.maraude.dashboard.exports.noise.Epsilon;
import org.maraude.dashboard.exports.table.Areas;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.dashboard.exports.table.Level;
import org.maraude.dashboard.exports.table.Quarter;
import org.maraude.dashboard.exports.table.Row;
import org.maraude.dashboard.exports.table.Spot;

/** Packages as they are made, of invented counts. */
final class Samples {

  static final SigningKey KEY = new SigningKey(new byte[32]);

  /** One name is made to be taken for a formula. */
  static final Areas AREAS =
      new Areas(
          Map.of("22", "53", "44", "52", "2A", "94"),
          Map.of("22", "Côtes-d'Armor", "44", "=1+1 \"Loire\", l'autre", "2A", "Corse-du-Sud"));

  private Samples() {}

  static Facts facts(Kind kind) {
    boolean noisy = kind == Kind.PUBLIC;
    return new Facts(
        UUID.nameUUIDFromBytes(new byte[0]),
        kind,
        Grid.DEPARTEMENTS,
        new Quarter(2026, 1),
        Instant.parse("2026-04-09T10:00:00Z"),
        "maraude test",
        noisy ? new Epsilon(50) : null,
        noisy ? 20L : null,
        noisy ? 3L : null);
  }

  static byte[] made(Kind kind) {
    return made(kind, List.of("22", "2A", "44", "?"), AREAS);
  }

  /** A row for each code, of which {@code 2A} is hidden. */
  static byte[] made(Kind kind, List<String> codes, Areas areas) {
    var rows = new ArrayList<Row>();
    for (var code : codes) {
      rows.add(
          new Row(
              new Spot(Grid.DEPARTEMENTS, Level.DEPARTEMENT, code, "2026-Q1"),
              code.equals("2A") ? null : 1235L));
    }
    return ReleasePackage.of(facts(kind), rows, areas, KEY);
  }

  /** What is in a package, in its order. */
  static Map<String, byte[]> files(byte[] archive) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
