package org.maraude.dashboard.prevention;

import java.util.UUID;

/** What somebody does with a post, apart from writing it. Pure: who and what, never how. */
public enum Step {
  PROPOSE,
  APPROVE,
  /** Makes it a draft again, approved or not. */
  SEND_BACK,
  /** Notes that somebody put it out. */
  PUBLISH;

  /**
   * Where the step leads.
   *
   * @param person who takes it
   * @throws PreventionException when it cannot be taken
   */
  PostStatus from(Post post, UUID person) {
    return switch (this) {
      case PROPOSE -> {
        expect(post, PostStatus.DRAFT);
        if (post.words().isEmpty() && post.picture() == null) {
          throw PreventionException.unfit("post-empty", "a post has words or a picture");
        }
        yield PostStatus.PROPOSED;
      }
      case APPROVE -> {
        expect(post, PostStatus.PROPOSED);
        if (post.writers().contains(person)) {
          throw PreventionException.unfit(
              "own-post", "nobody approves what they wrote; ask another lead");
        }
        if (post.picture() != null && post.altText().isEmpty()) {
          throw PreventionException.unfit(
              "alt-text-missing", "put the picture into words first, for who does not see it");
        }
        yield PostStatus.APPROVED;
      }
      case SEND_BACK -> {
        if (post.status() != PostStatus.PROPOSED && post.status() != PostStatus.APPROVED) {
          throw elsewhere(post);
        }
        yield PostStatus.DRAFT;
      }
      case PUBLISH -> {
        expect(post, PostStatus.APPROVED);
        yield PostStatus.PUBLISHED;
      }
    };
  }

  private static void expect(Post post, PostStatus wanted) {
    if (post.status() != wanted) {
      throw elsewhere(post);
    }
  }

  private static PreventionException elsewhere(Post post) {
    return PreventionException.meanwhile(
        "post-elsewhere", "the post is " + post.status() + " now; read it again");
  }
}
