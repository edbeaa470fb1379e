package org.maraude.analyzer.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OrderedWorkTest {

  private static final int LINES = 200_000;
  private static final int LINE_BYTES = 512;
  private static final int THREADS = 2;

  /** Lines that exist only while they are read; counts the bytes given out. */
  private static final class Endless extends InputStream {
    private final AtomicLong given = new AtomicLong();

    @Override
    public int read() {
      long at = given.getAndIncrement();
      return at >= (long) LINES * LINE_BYTES ? -1 : at % LINE_BYTES == LINE_BYTES - 1 ? '\n' : 'a';
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int i = 0;
      for (; i < length; i++) {
        int next = read();
        if (next < 0) {
          break;
        }
        into[offset + i] = (byte) next;
      }
      return i == 0 ? -1 : i;
    }
  }

  @Test
  void aHundredMegabytesAreNeverHeldAtOnceAndKeepTheirOrder() throws IOException {
    var in = new Endless();
    var widest = new AtomicLong();
    var taken = new AtomicLong();
    var inside = new AtomicInteger();
    OrderedWork.run(
        new Lines(in, 1024),
        THREADS,
        line -> {
          inside.incrementAndGet();
          return line.number();
        },
        numbers -> {
          for (var number : numbers) {
            assertThat(number).isEqualTo(taken.incrementAndGet());
          }
          widest.accumulateAndGet(in.given.get() / LINE_BYTES - taken.get(), Math::max);
        });
    assertThat(taken).hasValue(LINES);
    assertThat(inside).hasValue(LINES);
    // Four batches of 64 a thread, one in hand, one buffer of the reader.
    assertThat(widest.get()).isLessThan(4L * 64 * THREADS + 2 * 64 + 256);
  }

  @Test
  void whatTheWorkThrowsEndsTheRun() {
    var taken = new ArrayList<Long>();
    assertThatThrownBy(() ->
            OrderedWork.run(
                new Lines(new Endless(), 1024),
                THREADS,
                line -> {
                  if (line.number() == 100) {
                    throw new IllegalStateException("no key");
                  }
                  return line.number();
                },
                taken::addAll))
        .hasMessage("no key");
    assertThat(taken).hasSize(64);
  }
}
