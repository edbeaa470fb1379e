package org.maraude.dashboard.prevention;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.calendar.Paris;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The posts of campaigns, from the draft to the note that somebody put them out. Every write names
 * the version that was read, so that nobody overwrites what they have not seen. Thread safe.
 */
public final class Posts {

  private static final int MOST_IN_CAMPAIGN = 2000;

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final PostRows rows;
  private final Campaigns campaigns;
  private final Audit audit;
  private final Clock clock;
  private final Once once;

  public Posts(
      JdbcClient sql,
      TransactionTemplate transaction,
      Campaigns campaigns,
      Audit audit,
      Clock clock,
      Supplier<UUID> ids) {
    this.sql = sql;
    this.transaction = transaction;
    this.rows = new PostRows(sql);
    this.campaigns = campaigns;
    this.audit = audit;
    this.clock = clock;
    this.once = new Once(sql, clock, ids);
  }

  /**
   * One of them.
   *
   * @throws PreventionException when there is none of that id for this person
   */
  public Post of(UUID id, Person reader) {
    return rows.of(id, reader);
  }

  /**
   * Some of a campaign's, by their planned time.
   *
   * @throws PreventionException when there is no such campaign for this person
   */
  public Listed<Post> list(UUID campaign, Person reader, @Nullable String cursor) {
    campaigns.of(campaign, reader);
    return rows.page(campaign, cursor);
  }

  /** All of a campaign's between two instants, by their planned time. */
  public List<Post> between(UUID campaign, Person reader, Instant from, Instant to) {
    campaigns.of(campaign, reader);
    return rows.between(campaign, from, to);
  }

  /**
   * Begins a draft.
   *
   * @param key null, or what makes the second of two same requests find the first one's post
   * @throws PreventionException when it lies outside of its campaign
   */
  public Post write(UUID campaign, Post.Draft draft, Person by, @Nullable String key) {
    within(campaigns.of(campaign, by), draft);
    var made =
        transaction.execute(status ->
            once.make(
                by,
                key,
                List.of(campaign, draft),
                id -> {
                  if (rows.count(campaign) >= MOST_IN_CAMPAIGN) {
                    throw PreventionException.unfit(
                        "too-many-posts", "a campaign has 2000 posts at most");
                  }
                  rows.insert(id, campaign, draft, by, clock.instant());
                  audit.write(by.id(), Deed.POST_WRITTEN, campaign.toString(), id + " 1");
                }));
    return of(Objects.requireNonNull(made), by);
  }

  /**
   * Writes another version of a draft, or of a proposed post, which is a draft again then.
   *
   * @throws PreventionException when it was approved, or somebody has changed it since
   */
  public Post rewrite(UUID id, Post.Draft draft, Person by) {
    var post = of(id, by);
    if (post.status().stands()) {
      throw PreventionException.meanwhile(
          "post-approved", "an approved post stays as it is; make it a draft again first");
    }
    within(campaigns.of(post.campaign(), by), draft);
    transaction.executeWithoutResult(status -> {
      int written =
          sql.sql(
                  """
                  update posts set kind = ?, platform = ?, words = ?, alt_text = ?, planned_at = ?,
                    status = 'DRAFT', proposed_by = null, version = version + 1, %s
                  where id = ? and version = ? and status in ('DRAFT', 'PROPOSED')\
                  """
                      .formatted(PostRows.WROTE))
              .params(
                  draft.kind().name(),
                  draft.platform().name(),
                  draft.words(),
                  draft.altText(),
                  Timestamp.from(draft.plannedAt()),
                  by.id(),
                  by.id(),
                  id,
                  draft.version())
              .update();
      PostRows.changed(written);
      audit.write(
          by.id(), Deed.POST_WRITTEN, post.campaign().toString(), id + " " + (draft.version() + 1));
    });
    return of(id, by);
  }

  /**
   * Proposes, approves or sends back.
   *
   * @param version the one that was read
   * @throws PreventionException when the step cannot be taken from there, or not by this person
   */
  public Post take(Step step, UUID id, int version, Person by) {
    var post = of(id, by);
    var next = step.from(post, by.id());
    transaction.executeWithoutResult(status -> {
      int written =
          sql.sql(
                  """
                  update posts set status = :next, version = version + 1,
                    proposed_by = case when :next = 'PROPOSED' then cast(:by as uuid)
                      when :next <> 'DRAFT' then proposed_by end,
                    approved_by = case when :next = 'APPROVED' then cast(:by as uuid) end,
                    approved_at = case when :next = 'APPROVED' then cast(:now as timestamptz) end
                  where id = :id and version = :version and status = :before\
                  """)
              .param("next", next.name())
              .param("by", by.id())
              .param("now", Timestamp.from(clock.instant()))
              .param("id", id)
              .param("version", version)
              .param("before", post.status().name())
              .update();
      PostRows.changed(written);
      audit.write(by.id(), deed(step), post.campaign().toString(), id + " " + version);
    });
    return of(id, by);
  }

  /**
   * Notes that somebody put a post out.
   *
   * @param at when; not in the future
   * @param reference what the platform calls it, may be empty
   * @throws PreventionException when it is not approved, or another post has this reference
   */
  public Post published(UUID id, int version, Instant at, String reference, Person by) {
    var post = of(id, by);
    var called = Words.line("post-reference", reference, 500, false);
    var next = Step.PUBLISH.from(post, by.id());
    var now = clock.instant();
    if (at.isAfter(now)) {
      throw PreventionException.unfit("published-later", "that time is still to come");
    }
    try {
      transaction.executeWithoutResult(status -> {
        int written =
            sql.sql(
                    """
                    update posts set status = ?, published_by = ?, published_at = ?, reference = ?,
                      version = version + 1
                    where id = ? and version = ? and status = 'APPROVED'\
                    """)
                .params(next.name(), by.id(), Timestamp.from(at), called, id, version)
                .update();
        PostRows.changed(written);
        audit.write(by.id(), Deed.POST_PUBLISHED, post.campaign().toString(), id + " " + version);
      });
    } catch (DuplicateKeyException e) {
      throw PreventionException.unfit(
          "reference-taken", "another post of the campaign has this reference");
    }
    return of(id, by);
  }

  /**
   * Throws a draft away, with its picture.
   *
   * @return its campaign
   * @throws PreventionException when it is no draft
   */
  public UUID discard(UUID id, Person by) {
    var post = of(id, by);
    transaction.executeWithoutResult(status -> {
      int gone = sql.sql("delete from posts where id = ? and status = 'DRAFT'").param(id).update();
      if (gone == 0) {
        throw PreventionException.meanwhile("post-no-draft", "only a draft can be thrown away");
      }
      audit.write(by.id(), Deed.POST_DISCARDED, post.campaign().toString(), id.toString());
    });
    return post.campaign();
  }

  private static void within(Campaign campaign, Post.Draft draft) {
    if (!campaign.has(Paris.day(draft.plannedAt()))) {
      throw PreventionException.unfit(
          "post-outside", "a post lies within the days of its campaign");
    }
  }

  private static Deed deed(Step step) {
    return switch (step) {
      case PROPOSE -> Deed.POST_PROPOSED;
      case APPROVE -> Deed.POST_APPROVED;
      case SEND_BACK -> Deed.POST_SENT_BACK;
      case PUBLISH -> Deed.POST_PUBLISHED;
    };
  }
}
