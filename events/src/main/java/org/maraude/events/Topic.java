package org.maraude.events;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * The topics, with what each keeps and for how long.
 *
 * <p>The term is a promise to the people in the ads: {@link TopicPlan} makes it true by rolling
 * segments at a tenth of it. Whatever may hold an ad in clear is kept seven days at most.
 */
public enum Topic {
  CRAWL_DISCOVERED("crawl.discovered", Kept.TERM, Duration.ofDays(1)),
  CRAWL_PERMITS("crawl.permits", Kept.TERM, Duration.ofDays(1)),
  CRAWL_RESULTS("crawl.results", Kept.TERM, Duration.ofDays(1)),
  CRAWL_CONTROL("crawl.control", Kept.LATEST, Duration.ZERO),
  CRAWL_STATUS("crawl.status", Kept.LATEST, Duration.ZERO),
  CRAWL_COVERAGE("crawl.coverage", Kept.LATEST, Duration.ZERO),
  ADS_OBSERVED("ads.observed", Kept.TERM, Duration.ofDays(7)),
  ADS_SEEN("ads.seen", Kept.TERM, Duration.ofDays(7)),
  ADS_GONE("ads.gone", Kept.TERM, Duration.ofDays(30)),
  RULES("rules", Kept.LATEST, Duration.ZERO),
  ADS_ASSESSED("ads.assessed", Kept.LATEST_FOR_TERM, Duration.ofDays(30)),
  /**
   * A row a day of each advertiser: kept as long as the dashboard may need it again, and some
   * months. What was summed before is in its database and in its backups only.
   */
  ADS_VOLUME("ads.volume", Kept.LATEST_FOR_TERM, Duration.ofDays(540)),
  ADVERTISERS_MERGED("advertisers.merged", Kept.LATEST, Duration.ZERO),
  REVIEWS_DECIDED("reviews.decided", Kept.TERM, Duration.ofDays(365)),
  ERASURES("erasures", Kept.TERM, Duration.ofDays(365));

  /** What a topic's cleaning leaves. */
  public enum Kept {
    /** Everything, until the term is over. */
    TERM,
    /** The latest value of each key. */
    LATEST,
    /** The latest value of each key, and nothing older than the term. */
    LATEST_FOR_TERM
  }

  private static final String PREFIX = "maraude.";
  private static final Duration LONGEST_DEAD_LETTER = Duration.ofDays(7);
  private static final Set<Topic> WITH_DEAD_LETTERS =
      EnumSet.of(
          CRAWL_DISCOVERED,
          CRAWL_PERMITS,
          CRAWL_RESULTS,
          CRAWL_CONTROL,
          CRAWL_STATUS,
          CRAWL_COVERAGE,
          ADS_OBSERVED,
          ADS_SEEN,
          ADS_GONE,
          RULES,
          ADS_ASSESSED,
          ADS_VOLUME,
          REVIEWS_DECIDED,
          ERASURES);

  private final String shortName;
  private final Kept kept;
  private final Duration term;

  Topic(String shortName, Kept kept, Duration term) {
    this.shortName = shortName;
    this.kept = kept;
    this.term = term;
  }

  /** The name in Kafka, with the prefix. */
  public String topicName() {
    return PREFIX + shortName;
  }

  /** Where records of this topic go that cannot be read. */
  public String deadLetterName() {
    return topicName() + ".dead-letter";
  }

  public Kept kept() {
    return kept;
  }

  /** How long a record is kept; zero where only the latest value of a key counts. */
  public Duration term() {
    return term;
  }

  boolean hasDeadLetters() {
    return WITH_DEAD_LETTERS.contains(this);
  }

  Duration deadLetterTerm() {
    boolean shorter = !term.isZero() && term.compareTo(LONGEST_DEAD_LETTER) < 0;
    return shorter ? term : LONGEST_DEAD_LETTER;
  }
}
