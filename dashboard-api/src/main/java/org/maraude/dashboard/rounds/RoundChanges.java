package org.maraude.dashboard.rounds;

import java.util.UUID;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Reach;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes a round that is planned: by hand an ad comes in, goes out or to another of its workers,
 * or the whole is called off. What the plan would leave out stays out here too. Thread safe.
 */
public final class RoundChanges {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Rounds rounds;
  private final ContactRows contacts;
  private final Audit audit;

  public RoundChanges(JdbcClient sql, TransactionTemplate transaction, Rounds rounds, Audit audit) {
    this.sql = sql;
    this.transaction = transaction;
    this.rounds = rounds;
    this.contacts = new ContactRows(sql);
    this.audit = audit;
  }

  /**
   * Puts one ad into a round by hand.
   *
   * @throws RoundException when the round or the ad does not exist for this person, or a rule keeps
   *     it out
   */
  public void add(UUID round, UUID item, Person lead) {
    transaction.executeWithoutResult(status -> {
      var head = lock(round, lead);
      boolean chosen =
          sql.sql("select count(*) from items i where i.id = :id and " + RoundRows.CHOSEN)
                  .param("id", item)
                  .param("me", lead.id())
                  .query(Integer.class)
                  .single()
              == 1;
      if (!chosen) {
        throw mayExist(item, lead);
      }
      var tokens = contacts.tokensOf(item).orElseThrow(() -> mayExist(item, lead));
      contacts.lock(tokens);
      var standing = contacts.standing(tokens, Planning.endOf(head.day()));
      if (!standing.free()) {
        throw RoundException.blocked(standing, false);
      }
      mustHaveRoom(round, item);
      Refused.explained(() -> {
        sql.sql(
                """
                insert into round_ads (round, place, item_id, worker)
                select :round, coalesce((select max(place) from round_ads where round = :round), 0) + 1,
                  :item, w.worker
                from round_workers w where w.round = :round
                order by (select count(*) from round_ads a
                  where a.round = w.round and a.worker = w.worker), w.place limit 1\
                """)
            .param("round", round)
            .param("item", item)
            .update();
        return true;
      });
      audit.write(lead.id(), Deed.ROUND_CHANGED, round.toString(), "ADDED");
    });
  }

  /** An ad of one's reach that is not chosen is told from one that does not exist. */
  private RoundException mayExist(UUID item, Person lead) {
    boolean exists =
        sql.sql(
                    "select count(*) from items i where i.id = :id and i.queue = 'ADULT' and "
                        + Reach.of("i", ":me"))
                .param("id", item)
                .param("me", lead.id())
                .query(Integer.class)
                .single()
            == 1;
    return exists
        ? RoundException.conflict(
            "ad-not-chosen", "the decision on this ad is not 'contact in a round'")
        : RoundException.notFound("no-such-item", "there is no such item");
  }

  private void mustHaveRoom(UUID round, UUID item) {
    record Held(int ads, boolean there) {}
    var held =
        sql.sql(
                """
                select count(*) as ads, coalesce(bool_or(item_id = ?), false) as there
                from round_ads where round = ?\
                """)
            .params(item, round)
            .query((row, n) -> new Held(row.getInt("ads"), row.getBoolean("there")))
            .single();
    if (held.there()) {
      throw RoundException.conflict("round-has-ad", "the ad is in this round already");
    }
    if (held.ads() >= RoundFilter.LIMIT) {
      throw RoundException.conflict(
          "round-full", "a round holds " + RoundFilter.LIMIT + " ads at most; plan another");
    }
  }

  /**
   * Takes an ad out of a round, unless something was noted on it there.
   *
   * @throws RoundException when the round does not exist for this person, or it cannot be taken out
   */
  public void remove(UUID round, UUID item, Person lead) {
    transaction.executeWithoutResult(status -> {
      lock(round, lead);
      int gone =
          sql.sql(
                  """
                  delete from round_ads a where a.round = :round and a.item_id = :item
                    and not exists (select 1 from attempts t
                      where t.round = a.round and t.item_id = a.item_id)\
                  """)
              .param("round", round)
              .param("item", item)
              .update();
      if (gone == 0) {
        throw RoundException.conflict(
            "ad-stays", "the ad is not in this round, or something was noted on it here");
      }
      audit.write(lead.id(), Deed.ROUND_CHANGED, round.toString(), "REMOVED");
    });
  }

  /**
   * Gives an ad of a round to one of its workers.
   *
   * @throws RoundException when round, ad or worker are not there
   */
  public void give(UUID round, UUID item, String worker, Person lead) {
    transaction.executeWithoutResult(status -> {
      lock(round, lead);
      int given =
          sql.sql(
                  """
                  update round_ads a set worker = w.worker
                  from round_workers w join users u on u.id = w.worker
                  where w.round = a.round and u.name = ? and a.round = ? and a.item_id = ?\
                  """)
              .params(worker, round, item)
              .update();
      if (given == 0) {
        throw RoundException.conflict(
            "round-worker", "the ad is not in this round, or that person does not make it");
      }
      audit.write(lead.id(), Deed.ROUND_CHANGED, round.toString(), "GIVEN");
    });
  }

  /**
   * Calls a round off in which nothing was noted.
   *
   * @throws RoundException when it does not exist for this person, or something was noted in it
   */
  public void cancel(UUID round, Person lead) {
    transaction.executeWithoutResult(status -> {
      lock(round, lead);
      int gone =
          sql.sql(
                  """
                  delete from rounds r where r.id = ?
                    and not exists (select 1 from attempts a where a.round = r.id)\
                  """)
              .param(round)
              .update();
      if (gone == 0) {
        throw RoundException.conflict(
            "round-begun", "something was noted in this round: it is not called off any more");
      }
      audit.write(lead.id(), Deed.ROUND_CANCELLED, round.toString(), "");
    });
  }

  private RoundRows.Head lock(UUID round, Person lead) {
    var head = rounds.find(round, lead);
    sql.sql("select 1 from rounds where id = ? for update")
        .param(round)
        .query(Integer.class)
        .list();
    return head;
  }
}
