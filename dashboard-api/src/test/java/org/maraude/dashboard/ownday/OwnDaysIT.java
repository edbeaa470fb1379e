package org.maraude.dashboard.ownday;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.dashboard.ChosenAds;
import org.maraude.dashboard.RunningDashboard;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Role;

/** What is noted when an item is read, and whom it is told. */
class OwnDaysIT {

  @TempDir static Path folder;
  private static RunningDashboard running;
  private static String one;
  private static String other;

  @BeforeAll
  static void open() {
    running = RunningDashboard.start(folder);
    one = running.token("one", Role.OUTREACH);
    other = running.token("other", Role.OUTREACH);
  }

  @AfterAll
  static void close() {
    running.close();
  }

  @BeforeEach
  void empty() {
    running.sql().sql("delete from items").update();
    running.sql().sql("delete from own_reads").update();
  }

  private static UUID item(int n, String queue) {
    var id = ChosenAds.ad(running, "demo-a:" + n, "+3363998126" + n, one);
    running.sql().sql("update items set queue = ? where id = ?").params(queue, id).update();
    running.sql().sql("delete from own_reads").update();
    return id;
  }

  private static void read(UUID id, String by) {
    assertThat(running.get("/api/v1/items/" + id, by).statusCode()).isEqualTo(200);
  }

  private static String day(String by) {
    var told = RunningDashboard.json(running.get("/api/v1/own-day", by));
    return told.get("read").asInt() + " " + told.get("heavy").asInt();
  }

  private static Person person(String name) {
    var id = running.sql().sql("select id from users where name = ?").param(name).query(UUID.class);
    return new Person(id.single(), name, Set.of(Role.OUTREACH));
  }

  private static OwnDay at(String instant, String name) {
    var clock = Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    return new OwnDays(running.sql(), clock).of(person(name));
  }

  private static void note(String instant, String name, UUID item, boolean heavy) {
    var clock = Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    new OwnDays(running.sql(), clock).note(person(name).id(), item, heavy);
  }

  @Test
  void eachItemCountsOnceForWhoReadItAlone() {
    var adult = item(1, "ADULT");
    var minor = item(2, "MINOR");
    assertThat(day(one)).isEqualTo("0 0");
    read(adult, one);
    read(adult, one);
    read(minor, one);
    assertThat(day(one)).isEqualTo("2 1");
    assertThat(day(other)).isEqualTo("0 0");
  }

  @Test
  void whatOneReferredWeighsOnThatPersonOnly() {
    var adult = item(3, "ADULT");
    read(adult, one);
    read(adult, other);
    running
        .sql()
        .sql(
            """
            insert into decisions (id, item_id, round, revision, queue, decided_by, outcome,
              reasons, note, fence, settled, decided_at)
            values (gen_random_uuid(), ?, 40, 1, 'ADULT', ?, 'REFER', '{RUN_BY_OTHERS}', '', 1, true,
              now())\
            """)
        .params(adult, person("one").id())
        .update();
    assertThat(day(one)).isEqualTo("1 1");
    assertThat(day(other)).isEqualTo("1 0");
  }

  @Test
  void theDayEndsAtFiveInTheMorningInParisAndItsRowsGoADayLater() {
    var item = UUID.randomUUID();
    note("2026-03-28T03:30:00Z", "one", UUID.randomUUID(), true);
    note("2026-03-28T03:50:00Z", "one", item, true);
    assertThat(at("2026-03-28T03:59:00Z", "one").read()).isEqualTo(2);
    assertThat(at("2026-03-28T04:00:00Z", "one"))
        .isEqualTo(new OwnDay(0, 0, Instant.parse("2026-03-28T03:50:00Z"), false));
    // In the night to the 29th clocks go forward.
    assertThat(at("2026-03-29T02:59:00Z", "one").read()).isZero();

    note("2026-03-29T03:55:00Z", "one", item, false);
    assertThat(running.count("select count(*) from own_reads")).isEqualTo(1);
    assertThat(at("2026-03-29T03:56:00Z", "one").workingSince())
        .isEqualTo(Instant.parse("2026-03-29T03:55:00Z"));
  }
}
