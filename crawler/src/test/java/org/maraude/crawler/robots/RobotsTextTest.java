package org.maraude.crawler.robots;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RobotsTextTest {

  private static final String ORIGIN = "https://demo.example";
  private static final int LEAST_LIMIT = 500 << 10;

  private static RobotsRules rules(byte[] body) {
    return RobotsRules.parse(ORIGIN, RobotsText.decode(body).orElseThrow());
  }

  @Test
  void bytesThatAreNotUtf8AreWhatTheyAreInAnAddress() {
    var rules = rules("# privé\nUser-agent: *\nDisallow: /privé/\n".getBytes(ISO_8859_1));
    assertThat(rules.allows(ORIGIN + "/priv%E9/a")).isFalse();
    assertThat(rules.allows(ORIGIN + "/priv%C3%A9/a")).isTrue();
    var usual = rules("User-agent: *\nDisallow: /privé/\n".getBytes(UTF_8));
    assertThat(usual.allows(ORIGIN + "/priv%C3%A9/a")).isFalse();
  }

  @Test
  void aFileOfTwoBytesACharacterIsReadByItsMark() {
    var text = "\uFEFFUser-agent: *\nDisallow: /a\n";
    assertThat(rules(text.getBytes(UTF_16LE)).allows(ORIGIN + "/a")).isFalse();
    assertThat(rules(text.getBytes(UTF_16BE)).allows(ORIGIN + "/a")).isFalse();
  }

  @Test
  void whatIsNoTextHasNoRules() {
    assertThat(RobotsText.decode("User-agent: *".getBytes(UTF_16LE))).isEmpty();
    assertThat(RobotsText.decode(new byte[1000])).isEmpty();
    assertThat(RobotsText.decode(new byte[0])).contains("");
  }

  @Test
  void aRuleAtTheEndOf500KibibytesIsObeyed() {
    var last = "User-agent: *\nDisallow: /last\n";
    var text = new StringBuilder();
    while (text.length() + last.length() < LEAST_LIMIT) {
      text.append("#\n");
    }
    var body = text.append(last).toString().getBytes(UTF_8);
    assertThat(body.length).isBetween(LEAST_LIMIT - 2, LEAST_LIMIT);
    var rules = rules(body);
    assertThat(rules.allows(ORIGIN + "/last")).isFalse();
    assertThat(rules.allows(ORIGIN + "/first")).isTrue();
  }

  @Test
  void asManyRulesAsFitAreReadAndAskedInTime() {
    var start = System.nanoTime();
    var text = new StringBuilder("User-agent: *\n");
    for (int i = 0; text.length() < LEAST_LIMIT; i++) {
      text.append("Disallow: /*a*a*a*a*a*b").append(i).append("\n");
    }
    var rules = rules(text.toString().getBytes(UTF_8));
    var path = ORIGIN + "/" + "a".repeat(1000);
    assertThat(rules.allows(path)).isTrue();
    assertThat(rules.allows(path + "b7")).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void asManyLinesOfNothingAsFitAreReadInTime() {
    var start = System.nanoTime();
    for (var line : List.of("x\n", ":", "Sitemap: /a\n", "Crawl-delay: 1\n", "User-agent: a\n")) {
      rules(line.repeat(LEAST_LIMIT / line.length()).getBytes(UTF_8));
    }
    rules(("Crawl-delay: " + "9".repeat(LEAST_LIMIT)).getBytes(UTF_8));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }
}
