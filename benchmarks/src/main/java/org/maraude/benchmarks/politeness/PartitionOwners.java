package org.maraude.benchmarks.politeness;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.maraude.events.Topic;

/** Watches which crawler holds which partition, and counts how often one moves. One thread. */
final class PartitionOwners implements AutoCloseable {

  private static final String FRONTIER = "maraude-frontier";
  private static final String FETCHERS = "maraude-fetchers";
  private static final Set<String> WATCHED =
      Set.of(Topic.CRAWL_RESULTS.topicName(), Topic.CRAWL_PERMITS.topicName());

  private final Admin admin;
  private final Map<TopicPartition, String> owners = new HashMap<>();
  private final Map<String, Integer> moves = new HashMap<>();
  private Map<String, KafkaFuture<ConsumerGroupDescription>> asked = Map.of();

  PartitionOwners(String bootstrapServers) {
    admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) bootstrapServers));
  }

  /** Notes what is known by now. Never waits: a busy broker must not hold up the kills. */
  void look() {
    if (asked.values().stream().allMatch(KafkaFuture::isDone)) {
      asked.forEach(this::note);
      asked = admin.describeConsumerGroups(List.of(FRONTIER, FETCHERS)).describedGroups();
    }
  }

  private void note(String group, KafkaFuture<ConsumerGroupDescription> answer) {
    // Where there is none, the group does not exist yet: the next look will tell.
    if (!answer.isCompletedExceptionally()) {
      note(group, answer.toCompletionStage().toCompletableFuture().resultNow());
    }
  }

  private void note(String group, ConsumerGroupDescription description) {
    for (var member : description.members()) {
      var owner = member.groupInstanceId().orElse(member.consumerId());
      for (var partition : member.assignment().topicPartitions()) {
        if (WATCHED.contains(partition.topic())) {
          var before = owners.put(partition, owner);
          if (before != null && !before.equals(owner)) {
            moves.merge(group, 1, Integer::sum);
          }
        }
      }
    }
  }

  /** How many crawlers hold a partition of the frontier now, as far as was seen. */
  int sharing() {
    var holders = new HashSet<String>();
    owners.forEach((partition, owner) -> {
      if (partition.topic().equals(Topic.CRAWL_RESULTS.topicName())) {
        holders.add(owner);
      }
    });
    return holders.size();
  }

  int frontierMoves() {
    return moves.getOrDefault(FRONTIER, 0);
  }

  int fetcherMoves() {
    return moves.getOrDefault(FETCHERS, 0);
  }

  @Override
  public void close() {
    admin.close();
  }
}
