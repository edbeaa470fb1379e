package org.maraude.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maraude.events.Topic;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.SiteStatus;

/** Nothing is asked but what a robots.txt that was read allows. */
class RobotsFirstTest extends FrontierFixture {

  @Test
  void whatRobotsTxtForbidsIsNeverPermitted() {
    seed();
    robots(onlyPermit(), "User-agent: *\nDisallow: /ad/1");
    listing(next(), null, 1, 2);
    assertThat(next().url()).isEqualTo("https://demo.example/ad/2");
  }

  @ParameterizedTest
  @EnumSource(
      value = FetchOutcome.class,
      names = {"FORBIDDEN", "TIMEOUT", "SERVER_ERROR", "WRONG_TYPE", "OUT_OF_SCOPE", "TOO_LARGE"})
  void withoutARobotsTxtNothingIsFetchedUntilItIsReadable(FetchOutcome outcome) {
    seed();
    fails(onlyPermit(), outcome);
    var status = output(Topic.CRAWL_STATUS, SiteStatus.class);
    assertThat(status.get(status.size() - 1).state()).isEqualTo(SiteStatus.State.BLOCKED);
    assertThat(status.get(status.size() - 1).reason()).contains("robots.txt", outcome.name());
    pass(Duration.ofMillis(59_750));
    assertThat(permits()).isEmpty();
    pass(Duration.ofMillis(250));
    var again = onlyPermit();
    assertThat(again.kind()).isEqualTo(PageKind.ROBOTS);
    fails(again, FetchOutcome.GONE);
    assertThat(next().url()).isEqualTo(LIST);
  }

  @Test
  void aRobotsTxtThatRedirectsWithoutEndForbidsEverything() {
    seed();
    var permit = onlyPermit();
    for (int i = 0; i < 5; i++) {
      give(result(permit, FetchOutcome.REDIRECT, null, null, null, "https://demo.example/r" + i));
      permit = next();
      assertThat(permit.kind()).isEqualTo(PageKind.ROBOTS);
    }
    give(result(permit, FetchOutcome.REDIRECT, null, null, null, "https://demo.example/r9"));
    pass(Duration.ofSeconds(59));
    assertThat(permits()).isEmpty();
  }
}
