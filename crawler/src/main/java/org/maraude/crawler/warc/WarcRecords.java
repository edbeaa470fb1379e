package org.maraude.crawler.warc;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * The records of a WARC file, one after the other. A record that is cut off, or is not what its own
 * digest says, is noted, and reading goes on where the next one begins: at a gzip member, or at the
 * words {@code WARC/1.}. Used once, by one thread.
 */
final class WarcRecords {

  /** What is done with a record. */
  interface Taker {
    /**
     * Reads what it needs of a record.
     *
     * @return what is to be done with it once the record has proved whole
     * @throws IOException when the record cannot be read
     */
    Runnable take(WarcRecord record) throws IOException;
  }

  /**
   * How far it came.
   *
   * @param records that were read
   * @param damages in file order
   */
  record Extent(long records, List<WarcDamage> damages) {}

  // A file with more damage than this is not what it says.
  private static final int MOST_DAMAGES = 1000;
  private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8};
  private static final byte[] PLAIN = {'W', 'A', 'R', 'C', '/', '1', '.'};

  private final FileChannel channel;
  private final Taker taker;
  private final LongConsumer progress;
  private final List<WarcDamage> damages = new ArrayList<>();
  private long number;
  private long good;

  private WarcRecords(FileChannel channel, Taker taker, LongConsumer progress) {
    this.channel = channel;
    this.taker = taker;
    this.progress = progress;
  }

  /**
   * Takes every record that can be read.
   *
   * @param progress is told the byte at which each begins
   * @throws WarcImportException when none can be read
   */
  static Extent each(Path file, Taker taker, LongConsumer progress) {
    try (var channel = FileChannel.open(file)) {
      var records = new WarcRecords(channel, taker, progress);
      records.readAll();
      if (records.good == 0) {
        throw new WarcImportException(
            file,
            0,
            "is no WARC with a whole record; give one as wget --warc-file writes it",
            null);
      }
      return new Extent(records.good, List.copyOf(records.damages));
    } catch (NoSuchFileException e) {
      throw new WarcImportException(file, 0, "no such file; check the path", e);
    } catch (IOException e) {
      throw new WarcImportException(file, 0, "cannot be read; check its permissions", e);
    }
  }

  private void readAll() throws IOException {
    var first = ByteBuffer.allocate(GZIP.length);
    channel.read(first, 0);
    var mark = Arrays.equals(first.array(), GZIP) ? GZIP : PLAIN;
    long start = 0;
    while (start >= 0 && damages.size() < MOST_DAMAGES) {
      long broken = readFrom(start);
      start = broken < 0 ? -1 : next(mark, broken + 1);
    }
  }

  /**
   * Reads to the end and returns -1, or to the first damage and returns where its record begins.
   */
  private long readFrom(long start) throws IOException {
    var reader = new WarcReader(channel.position(start));
    reader.setLenient(true);
    reader.calculateBlockDigest();
    long before = number;
    try {
      while (true) {
        var next = next(reader);
        if (next.isEmpty()) {
          return -1;
        }
        number++;
        progress.accept(reader.position());
        var whole = whole(next.get());
        good++;
        whole.run();
      }
    } catch (BrokenRecord e) {
      long where = reader.position();
      // What looked like the beginning of a record was none: no new damage.
      if (start == 0 || number > before) {
        number += e.began ? 0 : 1;
        damages.add(new WarcDamage(number, where, String.valueOf(e.getMessage())));
      }
      return Math.max(where, start);
    }
  }

  private static Optional<WarcRecord> next(WarcReader reader) throws BrokenRecord {
    try {
      return reader.next();
    } catch (IOException | RuntimeException e) {
      throw new BrokenRecord(false, reason(e), e);
    }
  }

  private Runnable whole(WarcRecord record) throws BrokenRecord {
    try {
      var whole = taker.take(record);
      record.body().consume();
      if (record.body().position() < record.body().size()) {
        throw new EOFException();
      }
      if (!isWhatItsDigestSays(record)) {
        throw new BrokenRecord(true, "is not what its digest says", null);
      }
      return whole;
    } catch (IOException | RuntimeException e) {
      throw e instanceof BrokenRecord broken ? broken : new BrokenRecord(true, reason(e), e);
    }
  }

  private static boolean isWhatItsDigestSays(WarcRecord record) throws IOException {
    var named = record.blockDigest();
    var found = record.calculatedBlockDigest();
    return named.isEmpty() || found.isEmpty() || same(named.get(), found.get());
  }

  private static boolean same(WarcDigest one, WarcDigest other) {
    return !one.algorithm().equalsIgnoreCase(other.algorithm())
        || Arrays.equals(one.bytes(), other.bytes());
  }

  private static String reason(Exception e) {
    return e instanceof EOFException ? "is cut off" : "is no record, or damaged";
  }

  /** Carries what is wrong with one record. */
  private static final class BrokenRecord extends IOException {
    private static final long serialVersionUID = 1L;
    private final boolean began;

    BrokenRecord(
        boolean began, String problem, @org.jspecify.annotations.Nullable Exception cause) {
      super(problem, cause);
      this.began = began;
    }
  }

  /** Where the mark stands next, or -1. */
  private long next(byte[] mark, long from) throws IOException {
    var buffer = ByteBuffer.allocate(1 << 16);
    for (long base = from; channel.read(buffer.clear(), base) >= mark.length; ) {
      int end = buffer.position() - mark.length;
      for (int i = 0; i <= end; i++) {
        if (Arrays.equals(buffer.array(), i, i + mark.length, mark, 0, mark.length)) {
          return base + i;
        }
      }
      base += end + 1L;
    }
    return -1;
  }
}
