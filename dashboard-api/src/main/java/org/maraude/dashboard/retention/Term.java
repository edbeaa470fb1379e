package org.maraude.dashboard.retention;

import java.time.Duration;

/**
 * For how long each kind of record is kept. A possible minor's item is in none of them before
 * somebody has decided it.
 */
public enum Term {
  /** A flagged adult's ad that nobody decided. */
  UNREAD(
      Duration.ofDays(30),
      """
      queue = 'ADULT' and status in ('WAITING', 'SECOND_OPINION') and flagged_at < :before
        and (lease_until is null or lease_until < :now)\
      """,
      "flagged_at"),
  /** An ad that was no concern, was seen before, or of which nothing could be said. */
  NO_CONCERN(
      Duration.ofDays(7),
      """
      status = 'DECIDED' and outcome in ('NO_CONCERN', 'DUPLICATE', 'CANNOT_SAY')
        and decided_at < :before\
      """,
      "decided_at"),
  /** An ad that was chosen for a contact or referred. */
  FOLLOWED(
      Duration.ofDays(90),
      "status = 'DECIDED' and outcome in ('CONTACT_IN_ROUND', 'REFER') and decided_at < :before",
      "decided_at"),
  /** What is left of an item that a later reading took out of its queue; its text is gone. */
  WITHDRAWN(Duration.ofDays(30), "status = 'WITHDRAWN' and flagged_at < :before", "flagged_at"),
  /** Attempts under a contact, two years after the last one. */
  ATTEMPTS(
      "attempts",
      Duration.ofDays(730),
      "not exists (select 1 from attempts later\n"
          + "  where later.token = attempts.token and later.at >= :before)",
      "at",
      "id"),
  /** A round in which nothing was noted, from its day; the others go with their last attempt. */
  ROUNDS(
      "rounds",
      Duration.ofDays(30),
      "day < (cast(:before as timestamptz) at time zone 'Europe/Paris')::date"
          + " and not exists (select 1 from attempts a where a.round = rounds.id)",
      "day::timestamptz",
      "id"),
  /** What was written for a campaign and never went out, from the campaign's end. */
  POST_DRAFTS(
      "posts",
      Duration.ofDays(365),
      """
      status <> 'PUBLISHED' and exists (select 1 from campaigns c
        where c.id = posts.campaign and c.last_day < cast(:before as timestamptz)::date)\
      """,
      "written_at",
      "id"),
  /** A platform's table that nobody took in. */
  IMPORT_UPLOADS("import_uploads", Duration.ofDays(1), "at < :before", "at", "id"),
  /** Which request made what, for those that come twice. */
  PREVENTION_KEYS("prevention_keys", Duration.ofDays(30), "at < :before", "at", "id"),
  /** What was done to a band under a key, for those that come twice. */
  BAND_KEYS("band_keys", Duration.ofDays(30), "at < :before", "at", "id"),
  /** What somebody read on a day that is over. */
  OWN_READS("own_reads", Duration.ofDays(1), "at < :before", "at", "id"),
  /** Packages for researchers; they can be made again. */
  EXPORT_FILES("export_files", Duration.ofDays(30), "made_at < :before", "made_at", "id");

  private final String table;
  private final Duration kept;
  private final String condition;
  private final String since;
  private final String order;

  Term(Duration kept, String condition, String since) {
    // In the order in which the sink locks.
    this("items", kept, condition, since, "ad_id");
  }

  Term(String table, Duration kept, String condition, String since, String order) {
    this.table = table;
    this.kept = kept;
    this.condition = condition;
    this.since = since;
    this.order = order;
  }

  /** The table of what is kept; its rows have an {@code id}. */
  String table() {
    return table;
  }

  /** The column in whose order rows are locked. */
  String order() {
    return order;
  }

  /** How long, from the flag or the decision. */
  public Duration kept() {
    return kept;
  }

  /** Which rows are over, in SQL, with {@code :before} and {@code :now}. */
  String condition() {
    return condition;
  }

  /** The column that the term counts from. */
  String since() {
    return since;
  }
}
