package org.maraude.standalone.demo.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.maraude.events.assessment.Queue;
import org.maraude.standalone.demo.SharedWorld;

/** The population against the published figures; prints them side by side. */
class CalibrationTest {

  private static final List<String> TABLE = new ArrayList<>();

  private final Population population = SharedWorld.WORLD.population();
  private final List<DemoAd> ads = population.ads();
  private final List<List<DemoAd>> advertisers =
      List.copyOf(ads.stream().collect(Collectors.groupingBy(DemoAd::advertiser)).values());
  private final List<List<DemoAd>> groups =
      advertisers.stream().filter(group -> group.size() > 1).toList();

  @AfterAll
  static void printTable() {
    TABLE.stream().sorted().forEach(System.out::println);
  }

  @Test
  void aboutSixThousandAdsAreListed() {
    within("ads", ads.size(), 5_700, 6_300);
  }

  @Test
  void indicatorsPerAdFollowGiommoniAndIkwu() {
    within("indicators: none, want 0.190", share(count(0)), 0.18, 0.20);
    within("indicators: one, want 0.583", share(count(1)), 0.57, 0.60);
    within("indicators: two, want 0.213", share(count(2)), 0.20, 0.226);
    within("indicators: three or more, want 0.017", share(count(3) + count(4)), 0.012, 0.022);
  }

  @Test
  void namesAndDaysOfAdvertisersFollowKennedy() {
    within("names per advertiser p50, want 1", quantile(advertisers, 0.5, this::names), 1, 1);
    within("names per advertiser p75, want 2", quantile(advertisers, 0.75, this::names), 1.5, 2);
    within("days active p25, want 1", quantile(advertisers, 0.25, this::days), 1, 2);
    within("days active p50, want 14", quantile(advertisers, 0.5, this::days), 10, 18);
    within("days active p75, want 58", quantile(advertisers, 0.75, this::days), 45, 72);
  }

  @Test
  void nearDuplicateGroupsFollowKennedy() {
    ToDoubleFunction<List<DemoAd>> size = List::size;
    within("group size p50, want 5", quantile(groups, 0.5, size), 4, 6);
    within("group size p75, want 11", quantile(groups, 0.75, size), 10, 12);
    within("group size p90, want 24", quantile(groups, 0.9, size), 21, 27);
    within("group size p95, want 52", quantile(groups, 0.95, size), 45, 60);
    within("group size p99, want 181", quantile(groups, 0.99, size), 150, 190);
    within("group names p50, want 1", quantile(groups, 0.5, this::names), 1, 1);
    within("group names p75, want 3", quantile(groups, 0.75, this::names), 2, 4);
    within("group names p90, want 6", quantile(groups, 0.9, this::names), 4, 7);
    within("group towns p90, want 2", quantile(groups, 0.9, this::towns), 2, 3);
    within("group towns p95, want 5", quantile(groups, 0.95, this::towns), 3, 6);
    within("group towns p99, want 22", quantile(groups, 0.99, this::towns), 16, 30);
    within("group ads a week p50, want 1", quantile(groups, 0.5, this::adsPerWeek), 0.8, 2.5);
    within("group ads a week p90, want 9", quantile(groups, 0.9, this::adsPerWeek), 5, 12);
  }

  @Test
  void mostAreIndependentsAndFewAreControlledOrPossiblyMinor() {
    long all = population.advertisers().size();
    long few = kind(Kind.CONTROLLED_GROUP) + kind(Kind.POSSIBLE_MINOR);
    within("controlled or possibly minor, want 0.01 to 0.02", (double) few / all, 0.01, 0.021);
    within("independents", (double) kind(Kind.INDEPENDENT) / all, 0.7, 0.9);
    assertThat(population.advertisers().stream().map(Advertiser::kind).distinct())
        .containsExactlyInAnyOrder(Kind.values());
  }

  @Test
  void theQueuesGetTheirShare() {
    within("expected minor", expected(Queue.MINOR), 8, 12);
    within("expected adult", expected(Queue.ADULT), 60, 120);
  }

  @Test
  void allLanguagesAreWrittenAndFrenchMost() {
    Map<Language, Long> written =
        ads.stream().collect(Collectors.groupingBy(DemoAd::language, Collectors.counting()));
    assertThat(written).containsOnlyKeys(Language.values());
    within("French", share(written.getOrDefault(Language.FRENCH, 0L)), 0.85, 0.95);
    assertThat(written.values()).allMatch(count -> count > 60);
  }

  @Test
  void everySiteHasItsShare() {
    Map<SiteId, Long> listed =
        ads.stream().collect(Collectors.groupingBy(DemoAd::site, Collectors.counting()));
    for (SiteId site : SiteId.values()) {
      within(
          site.id(),
          share(listed.getOrDefault(site, 0L)),
          site.share() - 0.02,
          site.share() + 0.02);
    }
  }

  @Test
  void theThreeWhoMustStayBelowShowOneSignAtMostAndAreNotExpectedInAQueue() {
    BelowThreshold three = population.belowThreshold();
    for (int number : List.of(three.migrant(), three.duo(), three.discreet())) {
      List<DemoAd> own = ads.stream().filter(ad -> ad.advertiser() == number).toList();
      assertThat(own).hasSizeGreaterThan(3);
      assertThat(own)
          .allSatisfy(ad -> {
            assertThat(ad.truth().expected()).isEqualTo(Queue.NONE);
            assertThat(ad.truth().indicators()).hasSize(1);
          });
    }
    assertThat(population.advertisers().get(three.migrant()).poorFrench()).isTrue();
    assertThat(population.advertisers().get(three.duo()).phones()).hasSize(1);
    assertThat(names(ads.stream().filter(ad -> ad.advertiser() == three.duo()).toList()))
        .isEqualTo(2);
    assertThat(population.advertisers().get(three.discreet()).disguise()).isNotNull();
  }

  private static void within(String figure, double measured, double least, double most) {
    TABLE.add("%-48s %8.3f   (%.3f to %.3f)".formatted(figure, measured, least, most));
    assertThat(measured).as(figure).isBetween(least, most);
  }

  private double share(long count) {
    return (double) count / ads.size();
  }

  private long count(int indicators) {
    return ads.stream().filter(ad -> ad.truth().indicators().size() == indicators).count();
  }

  private long kind(Kind kind) {
    return population.advertisers().stream().filter(who -> who.kind() == kind).count();
  }

  private long expected(Queue queue) {
    return ads.stream().filter(ad -> ad.truth().expected() == queue).count();
  }

  private double names(List<DemoAd> group) {
    return group.stream().map(DemoAd::name).collect(Collectors.toSet()).size();
  }

  private double towns(List<DemoAd> group) {
    Set<String> towns = group.stream().map(DemoAd::town).collect(Collectors.toSet());
    return towns.size();
  }

  /** A day is the least, as one post is active for a day. */
  private double days(List<DemoAd> group) {
    return 1
        + Duration.between(group.get(0).postedAt(), group.get(group.size() - 1).postedAt())
                .toSeconds()
            / 86_400.0;
  }

  private double adsPerWeek(List<DemoAd> group) {
    return group.size() / Math.max(1, days(group) / 7);
  }

  private static double quantile(
      List<List<DemoAd>> groups, double share, ToDoubleFunction<List<DemoAd>> figure) {
    double[] sorted = groups.stream().mapToDouble(figure).sorted().toArray();
    return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
  }
}
