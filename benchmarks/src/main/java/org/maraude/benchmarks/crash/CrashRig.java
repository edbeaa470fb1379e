package org.maraude.benchmarks.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.maraude.standalone.demo.CrashSite;
import org.maraude.standalone.folder.DataFolder;
import org.maraude.standalone.installation.RunningDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs the whole program over a site of 300 ads twice: once undisturbed, once killed again and
 * again at random moments. Both must end with the same ads, each told once.
 *
 * <p>The site lives in this process and its clock moves only when it is read, so a run that is
 * killed sees the same world as one that is not.
 */
public final class CrashRig {

  private static final Duration AT_REST_WITHIN = Duration.ofSeconds(120);
  private static final long EARLIEST_KILL_MS = 1_000;
  private static final Instant EPOCH = Instant.parse("2026-11-01T00:00:00Z");

  /**
   * What came out.
   *
   * @param kills when each run was killed, and how far the crawl had come
   * @param returned from the last start until everything was up and at rest
   * @param missing ads of the undisturbed run that the other lacks, or that differ
   * @param extra ads that only the disturbed run has
   * @param repeated what the disturbed run told more than once
   * @param unqueued flagged ads that are not in the database's queue, or there more than once
   */
  public record Outcome(
      int ads,
      int flagged,
      List<Kill> kills,
      Duration returned,
      List<String> missing,
      List<String> extra,
      List<String> repeated,
      List<String> unqueued) {}

  /**
   * One kill.
   *
   * @param after since the start of that run
   * @param asked requests that the site had seen by then, of all runs so far
   */
  public record Kill(Duration after, int asked) {

    @Override
    public String toString() {
      return "%.1f s at request %d".formatted(after.toMillis() / 1000.0, asked);
    }
  }

  private record Rest(AssessedAds assessed, List<String> queued, Duration took) {}

  private final Path work;
  private final Duration latestKill;
  private final RandomGenerator random;

  /**
   * A rig.
   *
   * @param work an empty folder
   * @param seed of the moments at which the program is killed
   * @param latestKill after its start; more than a second
   */
  public CrashRig(Path work, long seed, Duration latestKill) {
    this.work = work;
    this.latestKill = latestKill;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** Runs both, side by side, and compares. */
  public Outcome run(int kills) throws InterruptedException {
    try (var other = Executors.newSingleThreadExecutor()) {
      var undisturbed = other.submit(() -> toRest("undisturbed", 0, new ArrayList<>()));
      var killed = new ArrayList<Kill>();
      var disturbed = toRest("disturbed", kills, killed);
      return compare(undisturbed.get(), disturbed, killed);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the undisturbed run failed", e.getCause());
    }
  }

  private Rest toRest(String name, int kills, List<Kill> killed) throws InterruptedException {
    var data = work.resolve(name);
    var log = work.resolve(name + ".log");
    try (var site = CrashSite.start(1, EPOCH, 0, Clock.systemUTC())) {
      var siteFile = write(work.resolve(name + ".yaml"), site.siteFile());
      for (int i = 0; i < kills; i++) {
        var after = Duration.ofMillis(random.nextLong(EARLIEST_KILL_MS, latestKill.toMillis()));
        VictimProcess.start(data, siteFile, log).killAfter(after);
        killed.add(new Kill(after, site.requests().size()));
      }
      var began = Instant.now();
      try (var last = VictimProcess.start(data, siteFile, log)) {
        var kafka = last.awaitReady();
        var assessed = AssessedAds.readToRest(kafka, CrashSite.ADS, began.plus(AT_REST_WITHIN));
        var took = Duration.between(began, Instant.now());
        return new Rest(assessed, queued(data, flagged(assessed), began), took);
      }
    }
  }

  private static List<String> queued(Path data, long flagged, Instant began) {
    try (var database = RunningDatabase.of(DataFolder.open(data))) {
      var sql = JdbcClient.create(database.dataSource());
      List<String> queued;
      do {
        queued = sql.sql("select ad_id from items order by ad_id").query(String.class).list();
      } while (queued.size() < flagged && Instant.now().isBefore(began.plus(AT_REST_WITHIN)));
      return queued;
    }
  }

  private static long flagged(AssessedAds assessed) {
    return assessed.flagged().size();
  }

  private static Outcome compare(Rest undisturbed, Rest disturbed, List<Kill> killed) {
    var wanted = undisturbed.assessed().ads();
    var got = disturbed.assessed().ads();
    var missing =
        wanted.keySet().stream()
            .filter(ad -> !Objects.equals(wanted.get(ad), got.get(ad)))
            .toList();
    var extra = got.keySet().stream().filter(ad -> !wanted.containsKey(ad)).toList();
    var flagged = disturbed.assessed().flagged();
    var unqueued = new ArrayList<>(flagged);
    for (var ad : disturbed.queued()) {
      if (!unqueued.remove(ad)) {
        unqueued.add(ad);
      }
    }
    return new Outcome(
        got.size(),
        flagged.size(),
        List.copyOf(killed),
        disturbed.took(),
        missing,
        extra,
        disturbed.assessed().repeated(),
        unqueued);
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
