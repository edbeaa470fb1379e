package org.maraude.analyzer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.maraude.analyzer.Ads;
import org.maraude.events.EventJson;
import org.maraude.events.ads.AdGone;
import org.maraude.events.volume.AdVolume;

class EarlyNewsTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-20");

  private static Instant days(int later) {
    return Ads.NOON.plus(Duration.ofDays(later));
  }

  private static AdGone goneAt(int day) {
    return new AdGone("demo:1", "demo", Ads.NOON, days(day), days(day).plusSeconds(60));
  }

  private static VolumeLedger.Step first() {
    var entry = new VolumeEntry("one", "demo", "75", "rencontres", DAY, Ads.NOON, DAY, null, null);
    return new VolumeLedger.Step(
        entry, java.util.List.of(new AdVolume("one", DAY, "demo", "75", "rencontres", 1, 0, 1, 0)));
  }

  @Test
  void whateverOrderItCameInItCountsAsIfInOrder() {
    var ordered = EarlyNews.NONE.withSeen(days(1)).withSeen(days(2)).withGone(goneAt(2));
    var mixed = EarlyNews.NONE.withGone(goneAt(2)).withSeen(days(2)).withSeen(days(1));
    assertThat(mixed.after(first())).isEqualTo(ordered.after(first()));
    var step = ordered.after(first());
    assertThat(step.entry().goneDay()).isEqualTo(DAY.plusDays(2));
    assertThat(step.changes().stream().mapToInt(AdVolume::live).sum()).isEqualTo(3);
    assertThat(step.changes().stream().mapToInt(AdVolume::gone).sum()).isEqualTo(1);
  }

  @Test
  void anAdThatWasSeenAfterItWentIsThere() {
    var step = EarlyNews.NONE.withGone(goneAt(1)).withSeen(days(3)).after(first());
    assertThat(step.entry().goneDay()).isNull();
    assertThat(step.changes().stream().mapToInt(AdVolume::gone).sum()).isZero();
  }

  @Test
  void whatIsOlderThanTheAdChangesNothing() {
    var step = EarlyNews.NONE.withSeen(days(-1)).withGone(goneAt(-2)).after(first());
    assertThat(step).isEqualTo(first());
  }

  @Test
  void theSameNewsTwiceIsOneAndItIsKeptAsItIs() {
    var once = EarlyNews.NONE.withSeen(days(1)).withGone(goneAt(2));
    var twice = once.withGone(goneAt(2)).withGone(goneAt(1)).withSeen(days(1));
    assertThat(twice).isEqualTo(once);
    assertThat(EventJson.read(EventJson.write(once), EarlyNews.class)).isEqualTo(once);
    assertThat(once.latest()).isEqualTo(goneAt(2).firstMissedAt());
  }

  @Test
  void itNeverGrowsWithoutEnd() {
    var news = EarlyNews.NONE;
    for (int day = 0; day < 100; day++) {
      news = news.withSeen(days(day));
    }
    assertThat(news.seen()).hasSize(EarlyNews.KEPT).endsWith(days(99));
  }
}
