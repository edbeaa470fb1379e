package org.maraude.analyzer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maraude.events.ads.AdGone;
import org.maraude.events.volume.AdVolume;

class VolumeLedgerTest {

  private static final Instant DAY_1 = Instant.parse("2026-11-01T10:00:00Z");
  private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
  private static final VolumeEntry ENTRY =
      new VolumeEntry("someone", "demo", "75", "?", FIRST, DAY_1, FIRST, null, null);

  private static Instant day(int number) {
    return DAY_1.plus(Duration.ofDays(number - 1));
  }

  private static AdGone gone(int lastSeen, int missed) {
    return new AdGone("demo:1", "demo", DAY_1, day(lastSeen), day(missed));
  }

  private final List<AdVolume> changes = new ArrayList<>();

  private VolumeEntry take(VolumeLedger.Step step) {
    changes.addAll(step.changes());
    return step.entry();
  }

  private int total(java.util.function.ToIntFunction<AdVolume> count) {
    return changes.stream().mapToInt(count).sum();
  }

  @Test
  void anAdIsLiveOnceADay() {
    var entry = take(VolumeLedger.seen(ENTRY, DAY_1.plusSeconds(60)));
    entry = take(VolumeLedger.seen(entry, day(2)));
    take(VolumeLedger.seen(entry, day(2).plusSeconds(60)));
    assertThat(changes).containsExactly(ENTRY.change(FIRST.plusDays(1), 0, 0, 1, 0));
  }

  @Test
  void whatIsOlderThanTheLastSightingChangesNothing() {
    var step = VolumeLedger.seen(ENTRY, DAY_1.minusSeconds(1));
    assertThat(step.changes()).isEmpty();
    assertThat(step.entry()).isEqualTo(ENTRY);
  }

  @Test
  void anAdThatWentIsGoneOnItsLastDayAndOnce() {
    var entry = take(VolumeLedger.gone(ENTRY, gone(3, 4)));
    take(VolumeLedger.gone(entry, gone(3, 4)));
    assertThat(changes)
        .containsExactly(ENTRY.change(FIRST.plusDays(2), 0, 0, 0, 1), ENTRY.end(2, 1));
  }

  private int ends() {
    return total(change -> change.ends().values().stream().mapToInt(Integer::intValue).sum());
  }

  @Test
  void aLifeEndsOnceAndNotWhereTheAdComesBackSoon() {
    var entry = take(VolumeLedger.gone(ENTRY, gone(1, 2)));
    assertThat(ends()).isOne();
    entry = take(VolumeLedger.seen(entry, day(5)));
    assertThat(ends()).isZero();
    entry = take(VolumeLedger.gone(entry, gone(5, 6)));
    assertThat(changes.getLast()).isEqualTo(ENTRY.end(4, 1));
    // It returns after a long gap: that is another life, of which nothing is told.
    entry = take(VolumeLedger.seen(entry, day(50)));
    take(VolumeLedger.gone(entry, gone(50, 51)));
    assertThat(ends()).isOne();
  }

  @Test
  void aLifeThatLastedSoLongThatItsFirstDayIsClosedEndsNowhere() {
    var entry = take(VolumeLedger.seen(ENTRY, day(367)));
    take(VolumeLedger.gone(entry, gone(367, 368)));
    assertThat(ends()).isZero();
    assertThat(total(AdVolume::gone)).isOne();
  }

  @Test
  void anAdThatComesBackSoonWasNotGone() {
    var entry = take(VolumeLedger.gone(ENTRY, gone(1, 2)));
    entry = take(VolumeLedger.seen(entry, day(5)));
    assertThat(total(AdVolume::gone)).isZero();
    assertThat(total(AdVolume::returning)).isZero();
    // A replay of the old notice must not make it gone again.
    take(VolumeLedger.gone(entry, gone(1, 2)));
    assertThat(total(AdVolume::gone)).isZero();
  }

  @Test
  void anAdThatComesBackAfterThirtyDaysReturnsAndStaysCountedAsGone() {
    var entry = take(VolumeLedger.gone(ENTRY, gone(1, 2)));
    take(VolumeLedger.seen(entry, day(40)));
    assertThat(total(AdVolume::gone)).isEqualTo(1);
    assertThat(total(AdVolume::returning)).isEqualTo(1);
    assertThat(total(AdVolume::newAds)).isZero();
  }
}
