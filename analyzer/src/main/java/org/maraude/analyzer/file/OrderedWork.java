package org.maraude.analyzer.file;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Lines worked on by every core, with the results in the order of the lines. The calling thread
 * reads and takes results; it reads no further while a fixed number of batches is under way, so
 * memory does not grow with the file.
 */
final class OrderedWork {

  private static final int BATCH_LINES = 64;
  private static final int BATCH_BYTES = 256 * 1024;
  private static final int BATCHES_A_THREAD = 4;

  private OrderedWork() {}

  /** Takes what became of one batch; called in order, on the calling thread. */
  interface Taker<T> {
    void take(List<T> results) throws IOException;
  }

  /**
   * Works on every line. What {@code work} throws ends the run and is thrown here.
   *
   * @throws IOException when reading or taking fails
   */
  static <T> void run(Lines lines, int threads, Function<Lines.Line, T> work, Taker<T> taker)
      throws IOException {
    var underWay = new ArrayDeque<Future<List<T>>>();
    var workers = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());
    try {
      for (var batch = batch(lines); !batch.isEmpty(); batch = batch(lines)) {
        if (underWay.size() >= threads * BATCHES_A_THREAD) {
          taker.take(done(underWay.remove()));
        }
        var mine = batch;
        underWay.add(workers.submit(() -> mine.stream().map(work).toList()));
      }
      while (!underWay.isEmpty()) {
        taker.take(done(underWay.remove()));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static List<Lines.Line> batch(Lines lines) throws IOException {
    var batch = new ArrayList<Lines.Line>(BATCH_LINES);
    int bytes = 0;
    while (batch.size() < BATCH_LINES && bytes < BATCH_BYTES) {
      var line = lines.next();
      if (line == null) {
        break;
      }
      batch.add(line);
      bytes += line.bytes() == null ? 0 : line.bytes().length;
    }
    return batch;
  }

  private static <T> T done(Future<T> result) throws IOException {
    try {
      return result.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException ours) {
        throw ours;
      }
      throw new IOException("a line could not be worked on", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
