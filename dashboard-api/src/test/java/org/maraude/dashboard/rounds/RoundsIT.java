package org.maraude.dashboard.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.calendar.Paris;
import org.maraude.dashboard.paging.BadQueryException;
import org.maraude.dashboard.queue.KeyReusedException;
import org.springframework.dao.DataAccessException;

/** What comes into a round, what may be noted in it, and what time changes. */
class RoundsIT {

  private static final Instant NOW = Instant.parse("2026-03-02T19:00:00Z");
  private static final Instant FLAGGED = Instant.parse("2026-02-10T08:00:00Z");

  private static RoundTables tables;
  private static Person lead;
  private static Person one;
  private static Person other;
  private static Person stranger;

  @BeforeAll
  static void people() {
    tables = new RoundTables();
    lead = tables.person("lead", Role.LEAD);
    one = tables.person("one", Role.OUTREACH);
    other = tables.person("other", Role.OUTREACH);
    stranger = tables.person("stranger", Role.LEAD);
    var team = UUID.randomUUID();
    tables
        .sql
        .sql(
            "insert into teams (id, name, departements, made_at) values (?, 'Anjou', '{49}', now())")
        .param(team)
        .update();
    tables.sql.sql("update users set team = ? where id = ?").params(team, stranger.id()).update();
  }

  @AfterAll
  static void close() {
    tables.close();
  }

  @BeforeEach
  void empty() {
    tables.empty();
  }

  private static void refused(String code, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(RoundException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static Instant days(long later) {
    return NOW.plus(Duration.ofDays(later));
  }

  @Test
  void aRoundHoldsWhatAPersonChoseForAContactAndNothingElse() {
    tables.chosen("demo-a:chosen", FLAGGED, "token-chosen");
    tables.item("demo-a:waits", "ADULT", "WAITING", null, FLAGGED, "token-waits");
    tables.item("demo-a:no", "ADULT", "DECIDED", "NO_CONCERN", FLAGGED, "token-other");
    tables.item("demo-a:minor", "MINOR", "DECIDED", "CONTACT_IN_ROUND", FLAGGED, "token-minor");
    tables.chosen("demo-a:nobody", FLAGGED);
    var read = tables.rounds(NOW).read(tables.round(NOW, lead, "one"), one);
    assertThat(read.ads()).extracting(RoundAd::adId).containsExactly("demo-a:chosen");
    assertThat(read.ads().getFirst().standing()).isEqualTo(Standing.FREE);
    assertThat(read.attempts()).as("one of its workers").isTrue();
  }

  @Test
  void aRoundIsSplitBetweenItsWorkersAndALeadMovesAds() {
    for (int i = 0; i < 5; i++) {
      tables.chosen("demo-a:" + i, FLAGGED.plusSeconds(i), "token-" + i + "-of-nobody");
    }
    var id = tables.round(NOW, lead, "one", "other");
    var read = tables.rounds(NOW).read(id, lead);
    assertThat(read.ads())
        .extracting(RoundAd::worker)
        .containsExactly("one", "other", "one", "other", "one");
    var moved = read.ads().getFirst().itemId();
    tables.changes(NOW).give(id, moved, "other", lead);
    assertThat(tables.rounds(NOW).read(id, lead).ads().getFirst().worker()).isEqualTo("other");
    refused("round-worker", () -> tables.changes(NOW).give(id, moved, "lead", lead));
    assertThat(tables.rounds(NOW).read(id, lead).next(0, "one").orElseThrow().place()).isEqualTo(3);
  }

  @Test
  void aRoundOfAnotherTeamDoesNotExist() {
    var item = tables.chosen("demo-a:1", FLAGGED, "token-of-nobody");
    var id = tables.round(NOW, lead, "one");
    var sms = RoundTables.attempt(item, "token-of-nobody", "NO_ANSWER", "NONE");
    refused("no-such-round", () -> tables.rounds(NOW).read(id, stranger));
    refused("no-such-round", () -> tables.changes(NOW).add(id, item, stranger));
    refused("no-such-round", () -> tables.changes(NOW).cancel(id, stranger));
    refused("no-such-round", () -> tables.attempts(NOW).note(id, sms, stranger, null));
    assertThat(tables.rounds(NOW).page(null, stranger).items()).isEmpty();
    refused("round-workers", () -> tables.round(NOW, lead, "stranger"));
    refused("round-not-yours", () -> tables.attempts(NOW).note(id, sms, other, null));
  }

  @Test
  void manyRoundsComeInPagesEachOnceTheLatestDayFirst() {
    tables.chosen("demo-a:1", FLAGGED, "token-of-nobody");
    var pattern = tables.round(NOW, lead, "one");
    tables
        .sql
        .sql(
            """
            insert into rounds (id, team, day, departement, language, made_by, made_at, asked)
            select gen_random_uuid(), team, day - (n % 40), departement, language, made_by, made_at, asked
            from rounds, generate_series(1, 120) n where id = ?\
            """)
        .param(pattern)
        .update();
    var seen = new ArrayList<RoundLine>();
    @Nullable String cursor = null;
    do {
      var page = tables.rounds(NOW).page(cursor, lead);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(50);
      seen.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    assertThat(seen).extracting(RoundLine::id).hasSize(121).doesNotHaveDuplicates();
    assertThat(seen).extracting(RoundLine::day).isSortedAccordingTo(Comparator.reverseOrder());
    assertThatThrownBy(() -> tables.rounds(NOW).page("nobody's", lead))
        .isInstanceOf(BadQueryException.class);
  }

  @Test
  void theSameKeyPlansOnce() {
    tables.chosen("demo-a:1", FLAGGED, "token-of-nobody");
    var rounds = tables.plans(NOW);
    var asked =
        new RoundRequest(LocalDate.of(2026, 3, 2), List.of("one"), RoundTables.everything());
    var first = rounds.plan(asked, lead, "key-1");
    assertThat(rounds.plan(asked, lead, "key-1")).isEqualTo(first);
    var another =
        new RoundRequest(LocalDate.of(2026, 3, 3), List.of("one"), RoundTables.everything());
    assertThatThrownBy(() -> rounds.plan(another, lead, "key-1"))
        .isInstanceOf(KeyReusedException.class);
    refused("round-empty", () -> rounds.plan(asked, lead, "key-2"));
    var past = new RoundRequest(LocalDate.of(2026, 3, 1), List.of("one"), RoundTables.everything());
    refused("round-day", () -> rounds.plan(past, lead, null));
  }

  @Test
  void oneMessageThenTwoWeeksThenOneMoreThenNoneByDates() {
    var item = tables.chosen("demo-a:1", FLAGGED, "token-of-nobody");
    var id = tables.round(NOW, lead, "one", "other");
    var sms = RoundTables.attempt(item, "token-of-nobody", "NO_ANSWER", "NONE");
    tables.attempts(NOW).note(id, sms, one, null);
    assertThatThrownBy(() -> tables.attempts(days(13)).note(id, sms, other, null))
        .isInstanceOfSatisfying(
            RoundException.class,
            e -> {
              assertThat(e.code()).isEqualTo("contact-silence");
              assertThat(e.until()).isEqualTo(days(14));
            });
    assertThat(tables.rounds(days(13)).read(id, one).ads().getFirst().standing())
        .isEqualTo(new Standing(Standing.Why.SILENCE, days(14)));
    refused("round-empty", () -> tables.round(days(13), lead, "one"));
    // The silence ends on that day, so that a round of it may hold the ad.
    tables.attempts(days(14)).note(id, sms, other, null);
    refused("contact-two-unanswered", () -> tables.attempts(days(200)).note(id, sms, one, null));
    assertThat(tables.plans(days(200)).preview(RoundTables.everything(), day(200), lead).leftOut())
        .isEqualTo(java.util.Map.of(LeftOut.TWO_UNANSWERED, 1));
    assertThat(tables.rounds(NOW).read(id, lead).ads().getFirst().earlier())
        .extracting(PastAttempt::by)
        .containsExactly("one", "other");
  }

  private static LocalDate day(long later) {
    return LocalDate.ofInstant(days(later), Paris.ZONE);
  }

  @Test
  void anAnswerThatComesLaterIsNotedOnceAndWhoeverWishesToTalkMayBeWrittenTo() {
    var item = tables.chosen("demo-a:1", FLAGGED, "token-of-nobody");
    var id = tables.round(NOW, lead, "one");
    var sms = RoundTables.attempt(item, "token-of-nobody", "NO_ANSWER", "NONE");
    var attempt = tables.attempts(NOW).note(id, sms, one, "key-1");
    var talk = new AttemptRequest.Reply("ANSWERED", "TALK_AGAIN", null, List.of("HEALTH"));
    tables.attempts(days(1)).answer(id, attempt, talk, one, "key-2");
    tables.attempts(days(1)).answer(id, attempt, talk, one, "key-2");
    refused(
        "attempt-answered", () -> tables.attempts(days(1)).answer(id, attempt, talk, one, "key-3"));
    assertThat(tables.attempts(days(1)).earlier(item, one).standing()).isEqualTo(Standing.FREE);
    tables.attempts(days(1)).note(id, sms, one, null);
    assertThat(tables.count("select count(*) from attempts")).isEqualTo(2);
  }

  @Test
  void theSameKeyNotesOnceAndAnotherAttemptUnderItIsRefused() {
    var item = tables.chosen("demo-a:1", FLAGGED, "token-of-nobody");
    var id = tables.round(NOW, lead, "one");
    var attempts = tables.attempts(NOW);
    var sms = RoundTables.attempt(item, "token-of-nobody", "NO_ANSWER", "NONE");
    var first = attempts.note(id, sms, one, "key-1");
    assertThat(attempts.note(id, sms, one, "key-1")).isEqualTo(first);
    var call =
        new AttemptRequest(
            item,
            "token-of-nobody",
            null,
            "CALL",
            "fr",
            new AttemptRequest.Reply("NO_ANSWER", null, null, null));
    assertThatThrownBy(() -> attempts.note(id, call, one, "key-1"))
        .isInstanceOf(KeyReusedException.class);
    assertThat(tables.count("select count(*) from attempts")).isEqualTo(1);
  }

  @Test
  void aNoThatComesWithARefusedAttemptIsKept() {
    var item = tables.chosen("demo-a:1", FLAGGED, "token-of-nobody");
    var id = tables.round(NOW, lead, "one", "other");
    tables
        .attempts(NOW)
        .note(id, RoundTables.attempt(item, "token-of-nobody", "NO_ANSWER", "NONE"), one, null);
    var no = RoundTables.attempt(item, "token-of-nobody", "ANSWERED", "NO_MORE_CONTACT");
    assertThatThrownBy(() -> tables.attempts(NOW.plusSeconds(60)).note(id, no, other, null))
        .isInstanceOfSatisfying(RoundException.class, e -> assertThat(e.noKept()).isTrue());
    assertThat(tables.sql.sql("select cause from do_not_contact").query(String.class).list())
        .containsExactly("WISH");
  }

  @Test
  void whatWasNotedStaysAsItWas() {
    var item = tables.chosen("demo-a:1", FLAGGED, "token-of-nobody");
    var id = tables.round(NOW, lead, "one");
    tables
        .attempts(NOW)
        .note(id, RoundTables.attempt(item, "token-of-nobody", "REFUSED", "NONE"), one, null);
    for (var change :
        List.of(
            "at = at - interval '15 days'",
            "token = 'token-of-another'",
            "outcome = 'NO_ANSWER'")) {
      assertThatThrownBy(() -> tables.sql.sql("update attempts set " + change).update())
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
    tables.sql.sql("delete from items").update();
    assertThat(tables.count("select count(*) from attempts where item_id is null")).isEqualTo(1);
    assertThat(tables.count("select count(*) from round_ads where item_id is null")).isEqualTo(1);
  }

  @Test
  void aRoundInWhichNothingWasNotedIsCalledOffAndItsAdsAreFreeForAnother() {
    var item = tables.chosen("demo-a:1", FLAGGED, "token-of-nobody");
    var id = tables.round(NOW, lead, "one");
    refused("round-empty", () -> tables.round(NOW, lead, "other"));
    tables.changes(NOW).cancel(id, lead);
    var again = tables.round(NOW, lead, "other");
    tables
        .attempts(NOW)
        .note(
            again, RoundTables.attempt(item, "token-of-nobody", "NO_ANSWER", "NONE"), other, null);
    refused("round-begun", () -> tables.changes(NOW).cancel(again, lead));
    refused("ad-stays", () -> tables.changes(NOW).remove(again, item, lead));
  }

  @Test
  void anAdThatIsDecidedAnewIsNotTriedAnyMore() {
    var item = tables.chosen("demo-a:1", FLAGGED, "token-of-nobody");
    var id = tables.round(NOW, lead, "one");
    tables
        .sql
        .sql("update items set status = 'WAITING', outcome = null, decided_at = null")
        .update();
    assertThat(tables.rounds(NOW).read(id, one).ads()).isEmpty();
    refused(
        "ad-not-chosen",
        () ->
            tables
                .attempts(NOW)
                .note(
                    id,
                    RoundTables.attempt(item, "token-of-nobody", "NO_ANSWER", "NONE"),
                    one,
                    null));
  }

  @Test
  void aReaderWhoHasTheAdBeforeThemToJudgeItBlindDoesNotSeeItInARound() {
    var item = tables.chosen("demo-a:1", FLAGGED, "token-of-nobody");
    var id = tables.round(NOW, lead, "one");
    tables
        .sql
        .sql(
            """
            insert into double_reads (id, item_id, round, queue, first_by, first_outcome, drawn_at,
              reader, lease_until)
            values (gen_random_uuid(), ?, 1, 'ADULT', ?, 'CONTACT_IN_ROUND', now(), ?,
              now() + interval '1 hour')\
            """)
        .params(item, other.id(), one.id())
        .update();
    assertThat(tables.rounds(NOW).read(id, one).ads()).isEmpty();
    assertThat(tables.rounds(NOW).read(id, lead).ads()).hasSize(1);
    tables
        .attempts(NOW)
        .note(id, RoundTables.attempt(item, "token-of-nobody", "NO_ANSWER", "NONE"), lead, null);
    assertThat(tables.attempts(NOW).earlier(item, lead).attempts()).hasSize(1);
    assertThat(tables.attempts(NOW).earlier(item, one).attempts())
        .as("an attempt tells what was decided")
        .isEmpty();
    assertThat(tables.sql.sql("select person from double_read_lookups").query(UUID.class).list())
        .as("whoever saw it in the round is no blind reader any more")
        .containsExactly(lead.id());
  }
}
