package org.maraude.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.maraude.dashboard.accounts.Role;

/** The rows of {@code access.csv}: which role each method and path lets in. */
final class AccessTable {

  private AccessTable() {}

  /**
   * A row.
   *
   * @param path with its variables in braces
   * @param role one that is let in by a token, if any is
   */
  record Row(String method, String path, Optional<Role> role) {

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static List<Row> rows() {
    var rows = new ArrayList<Row>();
    List<String> heads = List.of();
    for (var line : text().lines().filter(each -> !each.startsWith("#")).toList()) {
      var cells = List.of(line.split(","));
      if (heads.isEmpty()) {
        heads = cells;
        continue;
      }
      var words = cells.getFirst().split(" ");
      Optional<Role> role = Optional.empty();
      for (int i = 2; i < heads.size() && role.isEmpty(); i++) {
        role = cells.get(i).equals("+") ? Optional.of(Role.named(heads.get(i))) : Optional.empty();
      }
      rows.add(new Row(words[0], words[1], role));
    }
    return rows;
  }

  private static String text() {
    try (var in = AccessTable.class.getResourceAsStream("/access.csv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
