package org.maraude.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maraude.crawler.site.SiteFile;

/** The rules of the design, under a thousand sequences of events that nobody thought of. */
class FrontierRulesTest {

  private static final int SEQUENCES = 1000;
  private static final int EVENTS = 80;
  private static final Map<String, Duration> DELAYS =
      RandomCrawl.SITES.values().stream().collect(Collectors.toMap(SiteFile::id, SiteFile::delay));

  @Test
  void whateverHappensEveryRuleIsKeptAndNoPageIsLost() {
    var broken = new TreeMap<Integer, List<String>>();
    int permits = 0;
    int ads = 0;
    for (int seed = 0; seed < SEQUENCES; seed++) {
      var log = new RandomCrawl(seed).run(EVENTS);
      var found = RuleChecker.check(log, DELAYS);
      if (!found.isEmpty()) {
        broken.put(seed, found);
      }
      permits += count(log, CrawlLog.Permitted.class);
      ads += count(log, CrawlLog.Published.class);
    }
    assertThat(broken).as("seed to broken rules").isEmpty();
    assertThat(permits).as("permits").isGreaterThan(SEQUENCES * 30);
    assertThat(ads).as("ads published").isGreaterThan(SEQUENCES * 5);
  }

  private static int count(CrawlLog log, Class<? extends CrawlLog.Entry> kind) {
    return (int) log.entries().stream().filter(kind::isInstance).count();
  }
}
