package org.maraude.dashboard.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a worker notes of one attempt: codes only, no words about a person.
 *
 * @param at when it was tried
 * @param language in which, a two-letter code
 */
public record AttemptNote(
    UUID itemId, String token, Instant at, Channel channel, String language, Reply reply) {

  /** So long after it an attempt can be noted: a round in a place without a network, and a day. */
  static final Duration LATEST = Duration.ofDays(3);

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  /**
   * What came of it.
   *
   * @param needs with what the person wants help; one at least with {@link Wish#HELP}, else none
   * @param oriented to what the person was oriented
   */
  public record Reply(AttemptOutcome outcome, Wish wish, Set<Need> needs, Set<Need> oriented) {

    public Reply {
      needs = Set.copyOf(needs);
      oriented = Set.copyOf(oriented);
      boolean no = outcome == AttemptOutcome.REFUSED && wish == Wish.NO_MORE_CONTACT;
      if (wish != Wish.NONE && outcome != AttemptOutcome.ANSWERED && !no) {
        throw RoundException.unfit(
            "attempt-wish-without-answer", "a wish goes with an answer: nobody wished anything");
      }
      if (wish == Wish.HELP && needs.isEmpty()) {
        throw RoundException.unfit(
            "attempt-need-missing", "the wish HELP says with what: the field 'needs' is empty");
      }
      if (wish != Wish.HELP && !needs.isEmpty()) {
        throw RoundException.unfit(
            "attempt-needs-without-help", "needs go with the wish HELP and no other");
      }
      if (!oriented.isEmpty() && outcome != AttemptOutcome.ANSWERED) {
        throw RoundException.unfit(
            "attempt-oriented-without-answer", "only somebody who answered was oriented");
      }
    }

    /** Whether it puts the contact on the register. */
    public boolean no() {
      return wish == Wish.NO_MORE_CONTACT
          || outcome == AttemptOutcome.REFUSED
          || outcome == AttemptOutcome.WRONG_NUMBER;
    }

    /**
     * As it was sent.
     *
     * @throws RoundException with what is missing or not understood
     */
    static Reply of(
        @Nullable String outcome,
        @Nullable String wish,
        @Nullable Collection<String> needs,
        @Nullable Collection<String> oriented) {
      return new Reply(
          code(AttemptOutcome.class, outcome)
              .orElseThrow(() -> unknown("outcome", AttemptOutcome.values())),
          wish == null || wish.isBlank()
              ? Wish.NONE
              : code(Wish.class, wish).orElseThrow(() -> unknown("wish", Wish.values())),
          all("needs", needs),
          all("oriented", oriented));
    }

    private static Set<Need> all(String field, @Nullable Collection<String> codes) {
      var all = new TreeSet<Need>();
      for (var each : codes == null ? List.<String>of() : codes) {
        all.add(code(Need.class, each).orElseThrow(() -> unknown(field, Need.values())));
      }
      return all;
    }
  }

  /**
   * As it was sent.
   *
   * @param at null for now
   * @throws RoundException with what is missing or not understood
   */
  static AttemptNote of(
      @Nullable UUID itemId,
      @Nullable String token,
      @Nullable Instant at,
      @Nullable String channel,
      @Nullable String language,
      Reply reply,
      Instant now) {
    if (itemId == null) {
      throw missing("item", "the ad's id, as it stands in the round");
    }
    if (token == null || token.isBlank()) {
      throw missing("token", "the token of the contact that was tried, as it stands with the ad");
    }
    var when = at == null ? now : at;
    if (when.isAfter(now.plus(CLOCKS_DIFFER)) || when.isBefore(now.minus(LATEST))) {
      throw RoundException.unfit(
          "attempt-time", "the time of an attempt lies in the last three days: see the field 'at'");
    }
    var tongue = language == null ? "" : language.strip().toLowerCase(Locale.ROOT);
    if (!LANGUAGE.matcher(tongue).matches()) {
      throw missing("language", "a code of two or three letters, such as fr");
    }
    return new AttemptNote(
        itemId,
        token.strip(),
        // A phone whose clock is ahead makes no attempt in the future.
        when.isAfter(now) ? now : when,
        code(Channel.class, channel).orElseThrow(() -> unknown("channel", Channel.values())),
        tongue,
        reply);
  }

  private static RoundException missing(String field, String what) {
    return RoundException.unfit(
        "attempt-" + field + "-missing", "the field '" + field + "' is missing: " + what);
  }

  private static RoundException unknown(String field, Enum<?>[] known) {
    return RoundException.unfit(
        "attempt-" + field + "-missing",
        "the field '%s' is one of %s".formatted(field, Arrays.toString(known)));
  }

  private static <E extends Enum<E>> Optional<E> code(Class<E> type, @Nullable String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> text != null && each.name().equalsIgnoreCase(text.strip()))
        .findFirst();
  }
}
