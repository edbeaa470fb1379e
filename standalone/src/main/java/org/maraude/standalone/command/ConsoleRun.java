package org.maraude.standalone.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.maraude.standalone.installation.Installation;
import org.maraude.standalone.installation.Progress;
import org.maraude.standalone.installation.Startup;

/** A whole installation in the foreground: what starts, how far it is, and a clean stop. */
final class ConsoleRun implements Startup {

  private static final Duration PROGRESS_EVERY = Duration.ofSeconds(2);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final PrintWriter out;
  private final CountDownLatch stopped = new CountDownLatch(1);

  ConsoleRun(PrintWriter out) {
    this.out = out;
  }

  /**
   * Starts an installation and tells its progress until the process is told to stop.
   *
   * @param ready is told once everything is up
   */
  void until(Installation installation, Consumer<Installation.Running> ready)
      throws InterruptedException {
    UntilStopped.onStop(() -> stop(installation));
    var running = installation.start();
    ready.accept(running);
    running.enrolment().ifPresent(link -> say(Texts.of("run.enrolment", link)));
    say(Texts.of("demo.ready", running.url()));
    say(Texts.of("demo.stopHint"));
    tellProgress(installation);
  }

  private void tellProgress(Installation installation) throws InterruptedException {
    Progress last = null;
    while (!stopped.await(PROGRESS_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
      var now = installation.progress();
      if (!now.equals(last)) {
        last = now;
        say(
            Texts.of(
                "demo.progress",
                LocalTime.now(ZoneId.systemDefault()).format(TIME),
                now.pages(),
                now.ads(),
                now.assessed(),
                now.minor(),
                now.adult()));
      }
    }
  }

  private void stop(Installation installation) {
    stopped.countDown();
    say(Texts.of("demo.stopping"));
    long began = System.nanoTime();
    installation.close();
    say(Texts.of("demo.stopped", seconds(Duration.ofNanos(System.nanoTime() - began))));
  }

  @Override
  public void started(Part part, Duration took) {
    if (part != Part.FOLDER) {
      say(Texts.of("demo.started", Texts.of("demo.part." + part), seconds(took)));
    }
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
  }

  /** One line for the person at the screen. */
  void say(String line) {
    out.println("maraude: " + line);
    out.flush();
  }
}
