package org.maraude.crawler.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;

class RobotsVerdictTest {

  private static final Instant T = Instant.parse("2026-11-01T08:00:00Z");
  private static final String ORIGIN = "https://demo.example";

  private static FetchResult result(FetchOutcome outcome, @Nullable String text) {
    var permit =
        new Permit(
            "p",
            "demo",
            ORIGIN + "/robots.txt",
            PageKind.ROBOTS,
            T,
            T,
            0,
            0,
            false,
            ORIGIN,
            null,
            null);
    var location = outcome == FetchOutcome.REDIRECT ? ORIGIN + "/r" : null;
    return new FetchResult(
        permit, false, outcome, 200, T, 1, null, location, null, null, text, null, null, List.of());
  }

  @ParameterizedTest
  @EnumSource(FetchOutcome.class)
  void aRobotsFileThatCannotBeReadForbidsEverything(FetchOutcome outcome) {
    var expected =
        switch (outcome) {
          case CONTENT -> RobotsVerdict.RULES;
          case GONE -> RobotsVerdict.ALLOW;
          default -> RobotsVerdict.UNREACHABLE;
        };
    assertThat(RobotsVerdict.of(result(outcome, "User-agent: *"))).isEqualTo(expected);
  }

  @Test
  void aWebPageInItsPlaceIsNoPermission() {
    assertThat(RobotsVerdict.of(result(FetchOutcome.CONTENT, "\n <!DOCTYPE html><p>")))
        .isEqualTo(RobotsVerdict.UNREACHABLE);
  }
}
