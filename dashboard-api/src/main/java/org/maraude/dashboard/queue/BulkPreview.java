package org.maraude.dashboard.queue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;

/**
 * What a bulk would do. Nothing is changed by looking.
 *
 * @param lines one for each chosen item
 * @param fingerprint of person, decision and every item as it stands: whoever confirms sends it,
 *     and nothing is done when anything is no longer so
 */
public record BulkPreview(BulkChoice choice, List<Line> lines, String fingerprint) {

  /**
   * One item.
   *
   * @param adId null when there is no such item
   * @param refused null when it would be decided
   * @param heldBy who reads it, when that is why it is refused
   */
  public record Line(
      UUID id,
      @Nullable String adId,
      @Nullable BulkRefusal refused,
      @Nullable String heldBy,
      long fence,
      int revision) {

    static Line missing(UUID id) {
      return new Line(id, null, BulkRefusal.NO_SUCH_ITEM, null, 0, 0);
    }
  }

  static BulkPreview of(BulkChoice choice, List<Line> lines, Person person) {
    return new BulkPreview(choice, List.copyOf(lines), fingerprint(choice, lines, person));
  }

  public List<Line> accepted() {
    return lines.stream().filter(line -> line.refused() == null).toList();
  }

  public List<Line> refused() {
    return lines.stream().filter(line -> line.refused() != null).toList();
  }

  private static String fingerprint(BulkChoice choice, List<Line> lines, Person person) {
    var all = new StringBuilder();
    all.append(person.id()).append('\n').append(choice.outcome()).append('\n');
    all.append(choice.reasons()).append('\n');
    for (var line : lines) {
      all.append(line.id())
          .append(' ')
          .append(line.refused())
          .append(' ')
          .append(line.fence())
          .append(' ')
          .append(line.revision())
          .append('\n');
    }
    // Last, because anything may stand in it.
    all.append(choice.note());
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(all.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
