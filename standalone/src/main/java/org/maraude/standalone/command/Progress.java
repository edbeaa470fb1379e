package org.maraude.standalone.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Says on standard error every few seconds how a long run goes. Not thread safe. */
final class Progress {

  private static final long EVERY_NANOS = 2_000_000_000L;

  private final @Nullable CommandSpec spec;
  private final boolean quiet;
  private final long start = System.nanoTime();
  private long last = start;

  Progress(@Nullable CommandSpec spec, boolean quiet) {
    this.spec = spec;
    this.quiet = quiet;
  }

  /** Count, rate and share flagged, if it is time to. */
  void at(long ads, long flagged) {
    long now = System.nanoTime();
    if (quiet || ads == 0 || now - last < EVERY_NANOS) {
      return;
    }
    last = now;
    long rate = Math.round(ads / ((now - start) / 1e9));
    var share = String.format(Locale.getDefault(), "%.1f", 100.0 * flagged / ads);
    Output.note(spec, Texts.of("assess.progress", ads, rate, share));
  }

  /** Names the next step of a run that is long enough to be waited for. */
  void step(String what) {
    if (!quiet && System.nanoTime() - start >= EVERY_NANOS) {
      Output.note(spec, what);
    }
  }
}
