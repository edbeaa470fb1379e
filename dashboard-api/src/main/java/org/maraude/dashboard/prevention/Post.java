package org.maraude.dashboard.prevention;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post or a story.
 *
 * @param words what it says, may be empty where a picture speaks
 * @param picture its id; null without one
 * @param altText the picture for who does not see it
 * @param version one more for each change
 * @param author the name of who began it; null once names are erased
 * @param writers ids of everybody who changed anything of it
 * @param approver the name of the lead who approved it
 * @param publishedAt when somebody noted that it went out
 * @param reference what the platform calls it, by which its counts are found; may be empty
 */
public record Post(
    UUID id,
    UUID campaign,
    PostKind kind,
    Platform platform,
    String words,
    @Nullable UUID picture,
    String altText,
    Instant plannedAt,
    PostStatus status,
    int version,
    @Nullable String author,
    List<UUID> writers,
    @Nullable String approver,
    @Nullable Instant publishedAt,
    String reference) {

  private static final int SHORT = 60;

  public Post {
    writers = List.copyOf(writers);
  }

  /** The first words, for a list. */
  public String shortly() {
    var line = words.lines().findFirst().orElse("");
    return line.codePointCount(0, line.length()) <= SHORT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, SHORT - 1)) + "…";
  }

  /**
   * A post as it is to be.
   *
   * @param version the one that was read; 0 for a new one
   */
  public record Draft(
      int version,
      PostKind kind,
      Platform platform,
      String words,
      String altText,
      Instant plannedAt) {

    /**
     * @throws PreventionException with what is wrong
     */
    public Draft {
      words = Words.lines("post-words", words, 5000);
      altText = Words.lines("post-alt-text", altText, 1000);
    }
  }
}
