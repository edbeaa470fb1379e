package org.maraude.analyzer.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.maraude.analyzer.links.profile.Profile;

/** Ads made to fill the state or the time of the links. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileStreamTest {

  private final InMemoryLinkState state = new InMemoryLinkState();
  private final Linker linker = new Linker(state, merged -> {});

  private int observed;

  private void observe(InventedAd ad) {
    linker.observe(ad.linked());
    if (++observed % 20 == 0) {
      linker.view(ad.adId());
    }
  }

  private static int size(Table<?, ?> table) {
    var count = new int[1];
    table.forEach((key, value) -> count[0]++);
    return count[0];
  }

  @Test
  void onePhoneWithTwoHundredThousandAds() {
    for (int i = 0; i < 200_000; i++) {
      observe(
          InventedAd.of("a" + i)
              .naming("switchboard")
              .saying("t" + i)
              .after(Duration.ofSeconds(i)));
    }
    var profile = java.util.Objects.requireNonNull(state.contacts().get("switchboard"));
    assertThat(profile.sightings()).hasSize(Profile.MOST);
    assertThat(linker.view("demo:a0").commonContact()).isTrue();
    assertThat(size(state.members())).isEqualTo(1);
  }

  @Test
  void fiftyThousandAdsWithTheSameText() {
    for (int i = 0; i < 50_000; i++) {
      observe(InventedAd.of("a" + i).naming("token" + i).after(Duration.ofMillis(i)));
    }
    assertThat(size(state.shapes())).isEqualTo(1);
    assertThat(size(state.bands())).isLessThanOrEqualTo(20);
    var view = linker.view("demo:a0");
    assertThat(view.links().templateAds()).isEqualTo(Profile.MOST);
    assertThat(view.commonText()).isTrue();
    assertThat(view.facts()).isEmpty();
  }

  @Test
  void threeThousandTextsThatDifferInOneWord() {
    for (int i = 0; i < 3_000; i++) {
      observe(
          InventedAd.of("a" + i)
              .saying(InventedAd.TEXT.replace("parc", "mot" + (char) ('a' + i % 26) + word(i)))
              .after(Duration.ofMillis(i)));
    }
    assertThat(size(state.groups())).isEqualTo(1);
    state.bands().forEach((key, shapes) -> assertThat(shapes.size()).isLessThanOrEqualTo(32));
  }

  private static String word(int number) {
    return Integer.toString(number, 26).replaceAll("[0-9]", "z") + "x".repeat(number % 97);
  }

  @Test
  void aTextOfOneWordAndATextOfAMegabyte() {
    observe(InventedAd.of("word").saying("bonjour"));
    observe(InventedAd.of("repeated").saying("bonjour ".repeat(130_000)));
    var long1 = new StringBuilder();
    for (int i = 0; long1.length() < 1_000_000; i++) {
      long1.append(word(i * 7919)).append(' ');
    }
    observe(InventedAd.of("long").saying(long1.toString()));
    observe(InventedAd.of("longer").saying(long1 + "fin"));
    assertThat(linker.view("demo:word").links().template()).isNull();
    assertThat(linker.view("demo:repeated").links().template()).isNull();
    assertThat(linker.view("demo:longer").links().template()).isEqualTo("demo:long");
    state.shapes().forEach((id, shape) -> assertThat(shape.shingles().size()).isLessThan(513));
  }
}
