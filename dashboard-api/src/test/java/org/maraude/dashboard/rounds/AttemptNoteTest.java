package org.maraude.dashboard.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptNoteTest {

  private static final Instant NOW = Instant.parse("2026-03-02T19:00:00Z");

  private static AttemptRequest request(@Nullable Instant at, String outcome, String wish) {
    return new AttemptRequest(
        new UUID(0, 1),
        "token-1",
        at,
        "sms",
        "FR",
        new AttemptRequest.Reply(outcome, wish, null, null));
  }

  private static void refused(String code, AttemptRequest request) {
    assertThatThrownBy(() -> request.checked(NOW))
        .isInstanceOfSatisfying(RoundException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void codesAreReadInAnyCase() {
    var note = request(null, "no_answer", "").checked(NOW);
    assertThat(note.channel()).isEqualTo(Channel.SMS);
    assertThat(note.language()).isEqualTo("fr");
    assertThat(note.reply().wish()).isEqualTo(Wish.NONE);
    assertThat(note.at()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "NO_ANSWER,TALK_AGAIN,attempt-wish-without-answer",
    "WRONG_NUMBER,NO_MORE_CONTACT,attempt-wish-without-answer",
    "REFUSED,TALK_AGAIN,attempt-wish-without-answer",
    "ANSWERED,HELP,attempt-need-missing",
    "SOLD,NONE,attempt-outcome-missing",
    "ANSWERED,MONEY,attempt-wish-missing"
  })
  void whatCannotBeSoIsRefused(String outcome, String wish, String code) {
    refused(code, request(null, outcome, wish));
  }

  @Test
  void anAttemptLiesInTheLastThreeDays() {
    refused("attempt-time", request(NOW.minus(Duration.ofDays(3)).minusSeconds(1), "ANSWERED", ""));
    refused("attempt-time", request(NOW.plus(Duration.ofMinutes(6)), "ANSWERED", ""));
    assertThat(request(NOW.plusSeconds(60), "ANSWERED", "").checked(NOW).at())
        .as("a phone's clock that is ahead makes no attempt in the future")
        .isEqualTo(NOW);
  }

  @Test
  void aNoIsANoByEachOfItsNames() {
    for (var no :
        List.of(
            new AttemptNote.Reply(AttemptOutcome.REFUSED, Wish.NONE, Set.of(), Set.of()),
            new AttemptNote.Reply(AttemptOutcome.WRONG_NUMBER, Wish.NONE, Set.of(), Set.of()),
            new AttemptNote.Reply(
                AttemptOutcome.ANSWERED, Wish.NO_MORE_CONTACT, Set.of(), Set.of()))) {
      assertThat(no.no()).isTrue();
    }
    assertThat(new AttemptNote.Reply(AttemptOutcome.NO_ANSWER, Wish.NONE, Set.of(), Set.of()).no())
        .isFalse();
  }
}
