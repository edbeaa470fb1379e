package org.maraude.dashboard.rounds;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.queue.KeyReusedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes what people tried, outside this program. All that is noted under one contact waits for what
 * is being noted under it, so that of two in one second one stands. A no that comes with an attempt
 * which is refused is kept all the same. Thread safe.
 */
public final class Attempts {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Rounds rounds;
  private final ContactRows contacts;
  private final Audit audit;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public Attempts(
      JdbcClient sql,
      TransactionTemplate transaction,
      Rounds rounds,
      Audit audit,
      Clock clock,
      Supplier<UUID> ids) {
    this.sql = sql;
    this.transaction = transaction;
    this.rounds = rounds;
    this.contacts = new ContactRows(sql);
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  private record Noted(@Nullable UUID id, Standing standing) {}

  /**
   * Notes an attempt.
   *
   * @param key the same key with the same attempt notes nothing again
   * @return its id
   * @throws RoundException when round, ad or contact do not exist for this person, or nobody may be
   *     contacted there now
   * @throws KeyReusedException when the key stood with another attempt
   */
  public UUID note(UUID round, AttemptRequest request, Person person, @Nullable String key) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    mustWork(round, person);
    var note = request.checked(now);
    var noted =
        transaction.execute(status -> {
          var tokens = tokens(round, note);
          contacts.lock(tokens);
          var earlier = repeated(round, note, person, key);
          if (earlier.isPresent()) {
            return new Noted(earlier.get(), Standing.FREE);
          }
          var standing = contacts.standing(tokens, note.at());
          if (standing.free()) {
            return new Noted(insert(round, note, person, key, now), standing);
          }
          keepTheNo(note, person, now);
          return new Noted(null, standing);
        });
    if (noted == null) {
      throw new IllegalStateException("a transaction without an answer");
    }
    if (noted.id() == null) {
      throw RoundException.blocked(noted.standing(), note.reply().no());
    }
    return noted.id();
  }

  private void mustWork(UUID round, Person person) {
    var head = rounds.find(round, person);
    if (!Rounds.mayAttempt(head, person)) {
      throw RoundException.forbidden(
          "round-not-yours", "attempts are noted by who makes the round, or by a lead");
    }
    if (head.day().isAfter(rounds.today())) {
      throw RoundException.conflict(
          "round-to-come", "this round is on " + head.day() + ": attempts are noted from then on");
    }
  }

  private Set<String> tokens(UUID round, AttemptNote note) {
    var tokens =
        sql.sql(
                """
                select i.tokens from round_ads a join items i on i.id = a.item_id
                where a.round = ? and i.id = ?\
                """)
            .params(round, note.itemId())
            .query((row, n) -> Set.copyOf(Arrays.asList((String[]) row.getArray(1).getArray())))
            .optional()
            .orElseThrow(
                () -> RoundException.notFound("no-such-item", "there is no such ad in this round"));
    if (!tokens.contains(note.token())) {
      throw RoundException.notFound("no-such-contact", "the ad has no such contact");
    }
    return tokens;
  }

  private Optional<UUID> repeated(
      UUID round, AttemptNote note, Person person, @Nullable String key) {
    if (key == null) {
      return Optional.empty();
    }
    return sql.sql(
            """
            select id, round, item_id, token, channel from attempts
            where made_by = ? and idempotency_key = ?\
            """)
        .params(person.id(), key)
        .query((row, n) -> {
          boolean same =
              round.equals(row.getObject("round", UUID.class))
                  && note.itemId().equals(row.getObject("item_id", UUID.class))
                  && note.token().equals(row.getString("token"))
                  && note.channel().name().equals(row.getString("channel"));
          if (!same) {
            throw new KeyReusedException();
          }
          return row.getObject("id", UUID.class);
        })
        .optional();
  }

  private UUID insert(
      UUID round, AttemptNote note, Person person, @Nullable String key, Instant now) {
    var id = ids.get();
    var reply = note.reply();
    Refused.explained(() ->
        sql.sql(
                """
                insert into attempts (id, round, item_id, token, made_by, at, noted_at, channel,
                  language, outcome, wish, needs, oriented, idempotency_key)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """)
            .params(
                Arrays.asList(
                    id,
                    round,
                    note.itemId(),
                    note.token(),
                    person.id(),
                    Timestamp.from(note.at()),
                    Timestamp.from(now),
                    note.channel().name(),
                    note.language(),
                    reply.outcome().name(),
                    reply.wish().name(),
                    names(reply.needs()),
                    names(reply.oriented()),
                    key))
            .update());
    audit.write(
        person.id(),
        Deed.ATTEMPT_NOTED,
        note.itemId().toString(),
        note.channel() + " " + reply.outcome() + " " + reply.wish());
    return id;
  }

  private void keepTheNo(AttemptNote note, Person person, Instant now) {
    if (!note.reply().no()) {
      return;
    }
    var outcome = note.reply().outcome();
    var cause = outcome == AttemptOutcome.ANSWERED ? "WISH" : outcome.name();
    sql.sql(
            """
            insert into do_not_contact (token, noted_at, noted_by, cause) values (?, ?, ?, ?)
            on conflict (token) do nothing\
            """)
        .params(note.token(), Timestamp.from(now), person.id(), cause)
        .update();
    audit.write(person.id(), Deed.NOT_TO_CONTACT, note.itemId().toString(), cause);
  }

  /**
   * Notes the answer that came to an attempt of this round later on.
   *
   * @param key the same key notes nothing again
   * @throws RoundException when the attempt is not there, or has its answer already
   */
  public void answer(
      UUID round, UUID attempt, AttemptRequest.Reply sent, Person person, @Nullable String key) {
    mustWork(round, person);
    var reply = sent.checked();
    if (reply.outcome() == AttemptOutcome.NO_ANSWER) {
      throw RoundException.unfit("attempt-outcome-missing", "an answer is none of NO_ANSWER");
    }
    var now = clock.instant();
    transaction.executeWithoutResult(status -> {
      var found =
          sql.sql("select token, item_id, answer_key from attempts where id = ? and round = ?")
              .params(attempt, round)
              .query((row, n) ->
                  new Found(
                      row.getString("token"),
                      row.getObject("item_id", UUID.class),
                      row.getString("answer_key")))
              .optional()
              .orElseThrow(() ->
                  RoundException.notFound("no-such-attempt", "there is no such attempt here"));
      if (key != null && key.equals(found.answerKey())) {
        return;
      }
      contacts.lock(Set.of(found.token()));
      int changed =
          sql.sql(
                  """
                  update attempts set outcome = ?, wish = ?, needs = ?, oriented = ?,
                    answered_at = ?, answer_key = ?
                  where id = ? and outcome = 'NO_ANSWER'\
                  """)
              .params(
                  Arrays.asList(
                      reply.outcome().name(),
                      reply.wish().name(),
                      names(reply.needs()),
                      names(reply.oriented()),
                      Timestamp.from(now),
                      key,
                      attempt))
              .update();
      if (changed == 0) {
        throw RoundException.conflict(
            "attempt-answered", "the answer to this attempt was noted already");
      }
      audit.write(
          person.id(),
          Deed.ATTEMPT_ANSWERED,
          found.itemId() == null ? "" : found.itemId().toString(),
          reply.outcome() + " " + reply.wish());
    });
  }

  private record Found(String token, @Nullable UUID itemId, @Nullable String answerKey) {}

  /**
   * What was tried under any contact of an item and whether it may be tried now, for a reader who
   * has read the item.
   */
  public Earlier earlier(UUID item, Person reader) {
    var tokens = contacts.tokensOf(item).orElse(Set.of());
    var all = contacts.attempts(tokens, reader);
    return new Earlier(
        all,
        Silence.of(
            !contacts.registered(tokens).isEmpty(),
            all.stream().map(RoundRows::tried).toList(),
            clock.instant()));
  }

  /** Attempts oldest first, and whether there may be another now. */
  public record Earlier(List<PastAttempt> attempts, Standing standing) {

    public Earlier {
      attempts = List.copyOf(attempts);
    }
  }

  private static String[] names(Collection<Need> needs) {
    return needs.stream().sorted().map(Need::name).toArray(String[]::new);
  }
}
