package org.maraude.dashboard.exports.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.exports.Exports;
import org.maraude.dashboard.exports.packages.Digest;
import org.maraude.dashboard.exports.packages.Kind;
import org.maraude.dashboard.exports.release.WorkerProcess.Program;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.testkit.KafkaForTests;

/** A dashboard and a command that are killed while they make a release, each at another place. */
class KilledReleaseIT {

  private static final UUID ID = UUID.fromString("6d617261-7564-4001-8000-000000000001");
  private static final Instant SECOND = ReleaseWorld.NOW.plus(ReleaseWork.LEASE).plusSeconds(1);
  private static final Instant THIRD = SECOND.plus(ReleaseWork.LEASE).plusSeconds(1);

  @TempDir Path folder;
  private KafkaForTests kafka;
  private ReleaseWorld world;

  @BeforeEach
  void fill() {
    kafka = KafkaForTests.start();
    world = asked();
  }

  @AfterEach
  void close() {
    world.close();
    kafka.close();
  }

  /** The same world each time, with the same release waiting. */
  private static ReleaseWorld asked() {
    var world = ReleaseWorld.filled();
    world.ids = () -> ID;
    world.publicOne(Grid.DEPARTEMENTS, ReleaseWorld.FIRST, 50);
    return world;
  }

  private byte[] undisturbed(Instant at) {
    try (var other = asked()) {
      return byCommand(other, at);
    }
  }

  /** Who types the command makes what is waiting, or whose lease is over. */
  private byte[] byCommand(ReleaseWorld in, Instant at) {
    in.now = at;
    var ask =
        Ask.of(
            Kind.PUBLIC,
            Grid.DEPARTEMENTS,
            ReleaseWorld.FIRST.toString(),
            50,
            null,
            in.asking().today());
    return Exports.over(in.database, folder, in.clock()).table(ask, ReleaseWorld.RESEARCHER);
  }

  /** Nobody can write to a table until the connection is closed. */
  private Connection holding(String table) throws Exception {
    var connection = world.database.getConnection();
    connection.setAutoCommit(false);
    try (var lock = connection.createStatement()) {
      lock.execute("lock table " + table + " in share mode");
    }
    return connection;
  }

  /** Starts a program and kills it at the moment when it is about to write to a table. */
  private void killedAtWritingTo(String table, Program program, Instant now) throws Exception {
    try (var lock = holding(table);
        var worker =
            WorkerProcess.start(program, kafka.bootstrapServers(), world.at, folder, now)) {
      worker.awaitReady();
      RunningDashboard.await(
          "it waits to write to " + table,
          () ->
              world.count(
                      """
                      select count(*) from pg_stat_activity where datname = current_database()
                        and wait_event_type = 'Lock' and query like 'insert into %s%%'\
                      """
                          .formatted(table))
                  == 1);
      worker.kill();
      lock.rollback();
    }
  }

  private Release release() {
    return world.releases().of(ID, world.researcher);
  }

  @Test
  @Timeout(300)
  void anotherGoesOnAfterTheLeaseWithTheSameBytesAndNothingIsSpentTwice() throws Exception {
    killedAtWritingTo("frozen_counts", Program.DASHBOARD, ReleaseWorld.NOW);
    assertThat(release().state()).isEqualTo(State.MAKING);
    assertThat(release().stepsDone()).as("in the middle of the first step").isZero();
    world.now = SECOND.minusSeconds(2);
    assertThat(world.work().step()).as("the dead one's lease still holds").isFalse();

    killedAtWritingTo("export_files", Program.COMMAND, SECOND);
    assertThat(release().state()).isEqualTo(State.MAKING);
    assertThat(release().stepsDone()).as("all but the last step").isEqualTo(Release.STEPS - 1);
    assertThat(world.count("select count(*) from export_files")).isZero();

    var content = byCommand(world, THIRD);
    assertThat(content).isEqualTo(undisturbed(SECOND));
    assertThat(release().state()).isEqualTo(State.READY);
    assertThat(release().sha256()).isEqualTo(Digest.of(content));
    assertThat(world.count("select fence from releases")).as("three were at it").isEqualTo(3);
    assertThat(world.count("select count(*) from budget_ledger")).isOne();
    assertThat(new Budgets(world.sql, world.clock()).of(ReleaseWorld.FIRST).left())
        .isEqualTo("0.50");
    assertThat(new Budgets(world.sql, world.clock()).thisYear().left()).isEqualTo("3.50");
    assertThat(world.count("select count(*) from audit where action = 'EXPORT_MADE'")).isOne();
  }
}
