package org.maraude.dashboard.rounds;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An attempt as it was sent: nothing is checked yet, but that it came. */
public record AttemptRequest(
    @Nullable UUID item,
    @Nullable String token,
    @Nullable Instant at,
    @Nullable String channel,
    @Nullable String language,
    Reply reply) {

  /** What came of it, as it was sent. */
  public record Reply(
      @Nullable String outcome,
      @Nullable String wish,
      @Nullable List<String> needs,
      @Nullable List<String> oriented) {

    /**
     * @throws RoundException with what is missing or not understood
     */
    AttemptNote.Reply checked() {
      return AttemptNote.Reply.of(outcome, wish, needs, oriented);
    }
  }

  /**
   * @throws RoundException with what is missing or not understood
   */
  AttemptNote checked(Instant now) {
    return AttemptNote.of(item, token, at, channel, language, reply.checked(), now);
  }
}
