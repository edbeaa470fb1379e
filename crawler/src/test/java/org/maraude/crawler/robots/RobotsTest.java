package org.maraude.crawler.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

class RobotsTest {

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

  @Test
  void rulesForUsComeBeforeRulesForAll() {
    var rules =
        RobotsRules.parse(
            ORIGIN,
            """
            User-agent: *
            Disallow: /

            User-agent: Maraude
            Crawl-delay: 301
            Disallow: /private/
            Disallow: /*.pdf$
            Allow: /private/open
            """);
    assertThat(rules.allows(ORIGIN + "/list")).isTrue();
    assertThat(rules.allows(ORIGIN + "/private/a")).isFalse();
    assertThat(rules.allows(ORIGIN + "/private/open")).isTrue();
    assertThat(rules.allows(ORIGIN + "/a.pdf")).isFalse();
    assertThat(rules.crawlDelay()).isEqualTo(Duration.ofSeconds(301));
  }

  @Test
  void anEmptyFileAllowsAndAsksNoDelay() {
    var rules = RobotsRules.parse(ORIGIN, "");
    assertThat(rules.allows(ORIGIN + "/list")).isTrue();
    assertThat(rules.crawlDelay()).isEqualTo(Duration.ZERO);
  }

  @Test
  void theSitemapsAreThereForWhomeverTheyStandBeside() {
    var rules =
        RobotsRules.parse(
            ORIGIN,
            """
            Sitemap: https://demo.example/a.xml#top
            User-agent: another
            Sitemap: https://DEMO.example:443/a.xml
            Disallow: /
            sitemap: /b.xml.gz
            Sitemap: https://cdn.example/c.xml
            Sitemap: mailto:a@example.org
            """);
    assertThat(rules.sitemaps())
        .containsExactly(
            "https://demo.example/a.xml",
            "https://demo.example/b.xml.gz",
            "https://cdn.example/c.xml");
    assertThat(rules.allows(ORIGIN + "/list")).isTrue();
    assertThat(RobotsRules.NOTHING.sitemaps()).isEmpty();
  }
}
