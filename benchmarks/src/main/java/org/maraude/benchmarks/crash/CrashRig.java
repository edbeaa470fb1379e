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
  private static final long LATEST_KILL_MS = 9_000;
  private static final Instant EPOCH = Instant.parse("2026-11-01T00:00:00Z");

  /**
   * What came out.
   *
   * @param killedAfter how long after its start each run was killed
   * @param returned from the last start until everything was up and at rest
   * @param missing ads of the undisturbed run that the other lacks, or that differ
   * @param extra ads that only the disturbed run has
   * @param repeated what the disturbed run told more than once
   * @param unqueued flagged ads that are not in the database's queue, or there more than once
   */
  public record Outcome(
      int ads,
      int flagged,
      List<Duration> killedAfter,
      Duration returned,
      List<String> missing,
      List<String> extra,
      List<String> repeated,
      List<String> unqueued) {}

  private record Rest(AssessedAds assessed, List<String> queued, Duration took) {}

  private final Path work;
  private final RandomGenerator random;

  /**
   * A rig.
   *
   * @param work an empty folder
   * @param seed of the moments at which the program is killed
   */
  public CrashRig(Path work, long seed) {
    this.work = work;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** Runs both and compares. */
  public Outcome run(int kills) throws InterruptedException {
    var undisturbed = toRest("undisturbed", 0, new ArrayList<>());
    var killedAfter = new ArrayList<Duration>();
    var disturbed = toRest("disturbed", kills, killedAfter);
    return compare(undisturbed, disturbed, killedAfter);
  }

  private Rest toRest(String name, int kills, List<Duration> killedAfter)
      throws InterruptedException {
    var data = work.resolve(name);
    var log = work.resolve(name + ".log");
    try (var site = CrashSite.start(1, EPOCH, 0, Clock.systemUTC())) {
      var siteFile = write(work.resolve(name + ".yaml"), site.siteFile());
      for (int i = 0; i < kills; i++) {
        var after = Duration.ofMillis(random.nextLong(EARLIEST_KILL_MS, LATEST_KILL_MS));
        VictimProcess.start(data, siteFile, log).killAfter(after);
        killedAfter.add(after);
      }
      var began = Instant.now();
      try (var last = VictimProcess.start(data, siteFile, log)) {
        var kafka = last.awaitReady();
        var assessed = AssessedAds.readUntil(kafka, CrashSite.ADS, began.plus(AT_REST_WITHIN));
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

  private static Outcome compare(Rest undisturbed, Rest disturbed, List<Duration> killedAfter) {
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
        List.copyOf(killedAfter),
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
