package org.maraude.benchmarks.crawl;

import org.maraude.benchmarks.process.CommittedRecords;
import org.maraude.events.Topic;

/** How many ads were published, and whether any came twice. */
record PublishedAds(long ads, long doubled) {

  static PublishedAds of(String bootstrapServers) {
    var keys = CommittedRecords.countByKey(bootstrapServers, Topic.ADS_OBSERVED);
    long doubled = keys.values().stream().filter(times -> times > 1).count();
    return new PublishedAds(keys.size(), doubled);
  }

  void print() {
    System.out.printf("ads published: %d, of which more than once: %d%n", ads, doubled);
  }
}
