package org.maraude.analyzer.links.stored;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.maraude.analyzer.links.LinkState;
import org.maraude.analyzer.links.Touched;
import org.maraude.analyzer.links.arrival.DayGate.Heard;
import org.maraude.analyzer.links.arrival.Later;
import org.maraude.analyzer.links.arrival.Later.Place;
import org.maraude.analyzer.links.stored.StoredTable.Keys;

/**
 * All that the stream remembers of links, in one store: the links' own state, and beside it what
 * was told of each ad. Uses the key beginnings {@code A} to {@code J} and {@code P} to {@code V}.
 * Not thread safe; made anew with each start of a task, because it holds a part of it unpacked.
 */
public final class LinkStore {

  /** The key of the day that is open, beside the partitions. */
  public static final String OPEN = "open";

  private static final int UNPACKED = 20_000;
  private static final Packing<byte[]> RAW = new Packing<>(Packer::raw, Unpacker::raw);
  private static final Packing<Instant> INSTANT = new Packing<>(Packer::instant, Unpacker::instant);

  private static final Packing<Heard> HEARD =
      new Packing<>(
          (to, heard) -> {
            to.hash(heard.day().toEpochDay());
            to.bit(heard.quiet());
          },
          from -> new Heard(LocalDate.ofEpochDay(from.hash()), from.bit()));
  private static final Packing<Later> LATER =
      new Packing<>(
          (to, later) -> {
            to.instant(later.since());
            to.text(later.key());
            to.raw(later.news());
          },
          from -> new Later(from.instant(), from.text(), from.raw()));

  /** A day before 1970 must not come last: its sign is turned. */
  private static final Keys<Place> PLACES =
      new Keys<>(
          place ->
              ByteBuffer.allocate(2 * Long.BYTES)
                  .putLong(place.day().toEpochDay() ^ Long.MIN_VALUE)
                  .putLong(place.number())
                  .array(),
          rest -> new Place(LocalDate.ofEpochDay(rest.getLong() ^ Long.MIN_VALUE), rest.getLong()));

  private final KeyValueStore<Bytes, byte[]> store;
  private final StoredTable<String, Told> told;
  private final StoredTable<String, byte[]> own;
  private final StoredTable<String, Instant> waiting;
  private final StoredTable<String, Instant> erased;
  private final StoredTable<String, Heard> heard;
  private final StoredTable<Place, Later> later;

  public LinkStore(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    this.told = new StoredTable<>(store, 'P', Keys.TEXT, Told.PACKING, each -> 1, UNPACKED);
    this.own = new StoredTable<>(store, 'Q', Keys.TEXT, RAW, each -> each.length, 0);
    this.waiting = new StoredTable<>(store, 'R', Keys.TEXT, INSTANT, each -> 1, UNPACKED);
    this.heard = new StoredTable<>(store, 'T', Keys.TEXT, HEARD, each -> 1, UNPACKED);
    this.later = new StoredTable<>(store, 'U', PLACES, LATER, each -> each.news().length, 0);
    this.erased = new StoredTable<>(store, 'S', Keys.TEXT, INSTANT, each -> 1, UNPACKED);
  }

  /** For a linker. */
  public LinkState links(Touched touched) {
    return new StoredLinkState(store, touched);
  }

  /** What was told last, by ad id. */
  public StoredTable<String, Told> told() {
    return told;
  }

  /** An ad's own assessment as JSON, by ad id. */
  public StoredTable<String, byte[]> own() {
    return own;
  }

  /** Whose ads are to be looked at again, since when. */
  public StoredTable<String, Instant> waiting() {
    return waiting;
  }

  /** Contacts that are erased, by token, since when. */
  public StoredTable<String, Instant> erased() {
    return erased;
  }

  /** Where each partition stands by its number, and the open day under {@link #OPEN}. */
  public StoredTable<String, Heard> heard() {
    return heard;
  }

  /** What waits for its day. */
  public StoredTable<Place, Later> later() {
    return later;
  }
}
