package org.maraude.crawler.frontier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Event;
import org.maraude.events.crawl.SiteStatus;

/**
 * A site's counters and health, and what was last told of it.
 *
 * @param requests made, answered or not; a lost permit counts as one
 * @param pagesFetched requests that were answered
 * @param fields how well each is yielded
 * @param toldAt when its status was last told
 * @param day in UTC, to which the next two belong
 */
record SiteState(
    SiteStatus.State state,
    Instant since,
    @Nullable Instant lastNewAd,
    long requests,
    long pagesFetched,
    long adsKnown,
    long adsNew,
    Map<String, FieldState> fields,
    Instant toldAt,
    LocalDate day,
    long planned,
    long successful)
    implements Event {

  SiteState {
    fields = fields == null ? Map.of() : Map.copyOf(fields);
  }

  static SiteState begun(Instant now, LocalDate day) {
    return new SiteState(
        SiteStatus.State.RUNNING, now, null, 0, 0, 0, 0, Map.of(), Instant.EPOCH, day, 0, 0);
  }

  SiteState visited(boolean answered, boolean successfully) {
    var change = new Change(this);
    change.requests++;
    change.pagesFetched += answered ? 1 : 0;
    change.planned++;
    change.successful += successfully ? 1 : 0;
    return change.done();
  }

  /** A permit was lost; its request may have been made. */
  SiteState lost() {
    var change = new Change(this);
    change.requests++;
    return change.done();
  }

  SiteState adFound(Instant now) {
    var change = new Change(this);
    change.lastNewAd = now;
    change.adsKnown++;
    change.adsNew++;
    return change.done();
  }

  SiteState adGone() {
    var change = new Change(this);
    change.adsKnown = Math.max(0, adsKnown - 1);
    return change.done();
  }

  /** With one more page that yielded a field, or did not. */
  SiteState yields(String field, boolean found, boolean required, FieldState.Weight weight) {
    var after = new TreeMap<>(fields);
    after.put(field, fields.getOrDefault(field, FieldState.NEW).seen(found, required, weight));
    var change = new Change(this);
    change.fields = after;
    return change.done();
  }

  boolean weak(String field) {
    return fields.getOrDefault(field, FieldState.NEW).weak();
  }

  /**
   * With this said of it.
   *
   * @param began when the state began, if it is another than before
   */
  SiteState told(SiteStatus.State now, Instant began, Instant at) {
    var change = new Change(this);
    change.since = now == state ? since : began;
    change.state = now;
    change.toldAt = at;
    return change.done();
  }

  SiteState onDay(LocalDate today) {
    var change = new Change(this);
    change.day = today;
    change.planned = 0;
    change.successful = 0;
    return change.done();
  }

  /** Collects changes; used at once and by one thread. */
  private static final class Change {
    private SiteStatus.State state;
    private Instant since;
    private @Nullable Instant lastNewAd;
    private long requests;
    private long pagesFetched;
    private long adsKnown;
    private long adsNew;
    private Map<String, FieldState> fields;
    private Instant toldAt;
    private LocalDate day;
    private long planned;
    private long successful;

    private Change(SiteState from) {
      state = from.state;
      since = from.since;
      lastNewAd = from.lastNewAd;
      requests = from.requests;
      pagesFetched = from.pagesFetched;
      adsKnown = from.adsKnown;
      adsNew = from.adsNew;
      fields = from.fields;
      toldAt = from.toldAt;
      day = from.day;
      planned = from.planned;
      successful = from.successful;
    }

    private SiteState done() {
      return new SiteState(
          state,
          since,
          lastNewAd,
          requests,
          pagesFetched,
          adsKnown,
          adsNew,
          fields,
          toldAt,
          day,
          planned,
          successful);
    }
  }
}
