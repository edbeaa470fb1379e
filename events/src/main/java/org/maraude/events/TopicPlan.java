package org.maraude.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates the topics with their retention. Every service calls it at its start; a topic that
 * already exists is left as it is, so that an operator's own settings win.
 *
 * @param partitions of every topic: one number for life, because keys keep their place by it
 * @param replication copies of each record; 1 for a single broker
 */
public record TopicPlan(int partitions, short replication) {

  private static final Duration LONGEST_SEGMENT = Duration.ofDays(7);
  private static final Duration COMPACTED_WITHIN = Duration.ofDays(1);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
  private static final Duration LOOKS_EVERY = Duration.ofMillis(50);

  public TopicPlan {
    if (partitions < 1 || replication < 1) {
      throw new IllegalArgumentException("partitions and replication start at 1");
    }
  }

  /**
   * Creates what is missing, and waits until it takes records.
   *
   * @throws IllegalStateException when Kafka refuses or does not answer within a minute
   */
  public void create(Admin admin) {
    try {
      var existing = admin.listTopics().names().get(ANSWER_WITHIN.toSeconds(), TimeUnit.SECONDS);
      var missing = missing(existing);
      var answers = admin.createTopics(missing).values();
      for (var answer : answers.entrySet()) {
        await(answer.getKey(), answer.getValue());
      }
      awaitLeaders(admin, missing);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating the topics", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "Kafka did not answer within %d s; is the broker up and the address right?"
              .formatted(ANSWER_WITHIN.toSeconds()),
          e);
    }
  }

  /**
   * How many partitions a topic has.
   *
   * @throws IllegalStateException when Kafka does not answer within a minute
   */
  public static int partitions(Admin admin, Topic topic) {
    try {
      return admin
          .describeTopics(List.of(topic.topicName()))
          .allTopicNames()
          .get(ANSWER_WITHIN.toSeconds(), TimeUnit.SECONDS)
          .values()
          .iterator()
          .next()
          .partitions()
          .size();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking for a topic's partitions", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "Kafka does not tell how many partitions " + topic.topicName() + " has", e);
    }
  }

  private static void await(String topic, org.apache.kafka.common.KafkaFuture<Void> created)
      throws InterruptedException, TimeoutException {
    try {
      created.get(ANSWER_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      // Two services start at once and both create: the second finds it there.
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(
            "topic " + topic + " could not be created: " + e.getMessage(), e);
      }
    }
  }

  /**
   * A partition whose leader has not taken it up yet may refuse a producer's first batch and take
   * the second; the first is out of order from then on and fails after minutes. Offsets are told by
   * leaders only.
   */
  private void awaitLeaders(Admin admin, List<NewTopic> created)
      throws InterruptedException, ExecutionException, TimeoutException {
    var ends = new HashMap<TopicPartition, OffsetSpec>();
    for (var topic : created) {
      for (int i = 0; i < partitions; i++) {
        ends.put(new TopicPartition(topic.name(), i), OffsetSpec.latest());
      }
    }
    // The one clock that can be meant: it only says when to give up.
    long deadline = System.nanoTime() + ANSWER_WITHIN.toNanos();
    while (!areServed(admin, ends)) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("topics have no leaders");
      }
      LockSupport.parkNanos(LOOKS_EVERY.toNanos());
    }
  }

  /** A broker that has not heard of a topic yet says so at once, instead of waiting for it. */
  private static boolean areServed(Admin admin, Map<TopicPartition, OffsetSpec> ends)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      admin.listOffsets(ends).all().get(ANSWER_WITHIN.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RetriableException) {
        return false;
      }
      throw e;
    }
  }

  List<NewTopic> missing(Set<String> existing) {
    var missing = new ArrayList<NewTopic>();
    for (Topic topic : Topic.values()) {
      if (!existing.contains(topic.topicName())) {
        missing.add(
            new NewTopic(topic.topicName(), partitions, replication).configs(settings(topic)));
      }
      if (topic.hasDeadLetters() && !existing.contains(topic.deadLetterName())) {
        missing.add(
            new NewTopic(topic.deadLetterName(), partitions, replication)
                .configs(deleteAfter(topic.deadLetterTerm())));
      }
    }
    return missing;
  }

  private static Map<String, String> settings(Topic topic) {
    return switch (topic.kept()) {
      case TERM -> deleteAfter(topic.term());
      case LATEST -> compact("compact", COMPACTED_WITHIN);
      case LATEST_FOR_TERM -> {
        var settings = compact("compact,delete", COMPACTED_WITHIN);
        settings.putAll(terms(topic.term()));
        yield settings;
      }
    };
  }

  private static Map<String, String> deleteAfter(Duration term) {
    var settings = new HashMap<>(Map.of("cleanup.policy", "delete"));
    settings.putAll(terms(term));
    return settings;
  }

  private static Map<String, String> terms(Duration term) {
    var segment = term.dividedBy(10);
    var longest = segment.compareTo(LONGEST_SEGMENT) < 0 ? segment : LONGEST_SEGMENT;
    return Map.of(
        "retention.ms", Long.toString(term.toMillis()),
        "segment.ms", Long.toString(longest.toMillis()));
  }

  private static Map<String, String> compact(String policy, Duration within) {
    return new HashMap<>(
        Map.of(
            "cleanup.policy", policy,
            "max.compaction.lag.ms", Long.toString(within.toMillis()),
            "segment.ms", Long.toString(within.toMillis())));
  }
}
