package org.maraude.crawler;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.maraude.crawler.meters.CrawlMeters;
import org.maraude.events.EventFormatException;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.crawl.CrawlControl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code crawl.control} for a fetcher, from its beginning: the frontier issues no permit for
 * a paused site, and this keeps those unused that were issued before. An order that cannot be read
 * pauses, and is told with its offset at each start. Until all orders have been read, and when they
 * no longer can be, every site counts as paused. Thread safe.
 */
final class ControlWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ControlWatch.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(1);

  private final KafkaConsumer<String, byte[]> orders;
  private final CrawlMeters meters;
  private final Map<String, Boolean> paused = new ConcurrentHashMap<>();
  private final CountDownLatch readAll = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean sees;
  private volatile boolean closing;

  private ControlWatch(String bootstrapServers, CrawlMeters meters) {
    this.meters = meters;
    var settings = new HashMap<String, Object>();
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    this.orders = new KafkaConsumer<>(settings);
    this.thread = Thread.ofPlatform().name("maraude-control").daemon().unstarted(this::run);
  }

  static ControlWatch start(String bootstrapServers, CrawlMeters meters) {
    var watch = new ControlWatch(bootstrapServers, meters);
    watch.thread.start();
    return watch;
  }

  /** Whether no request may be made to a site. */
  boolean paused(String siteId) {
    return !sees
        || paused.getOrDefault(CrawlControl.ALL_SITES, false)
        || paused.getOrDefault(siteId, false);
  }

  /** Returns when all orders given so far have been read, or nothing will be read any more. */
  void awaitOrders() throws InterruptedException {
    readAll.await();
  }

  private void run() {
    try (orders) {
      var partitions =
          orders.partitionsFor(Topic.CRAWL_CONTROL.topicName()).stream()
              .map(part -> new TopicPartition(part.topic(), part.partition()))
              .toList();
      orders.assign(partitions);
      orders.seekToBeginning(partitions);
      var end = orders.endOffsets(partitions);
      while (!closing) {
        orders.poll(POLL).forEach(this::take);
        if (!sees
            && partitions.stream().allMatch(p -> orders.position(p) >= end.getOrDefault(p, 0L))) {
          sees = true;
          readAll.countDown();
        }
      }
    } catch (WakeupException | InterruptException e) {
      if (!closing) {
        LOG.error("orders are no longer read, so nothing is fetched; restart the crawler", e);
      }
    } catch (KafkaException e) {
      LOG.error("orders are no longer read, so nothing is fetched; restart the crawler", e);
    } finally {
      sees = false;
      readAll.countDown();
    }
  }

  private void take(ConsumerRecord<String, byte[]> order) {
    if (order.key() == null) {
      unreadable(order, "it has no key");
    } else if (order.value() == null) {
      paused.remove(order.key());
    } else {
      paused.put(order.key(), pauses(order));
    }
  }

  private boolean pauses(ConsumerRecord<String, byte[]> order) {
    try {
      return EventJson.read(order.value(), CrawlControl.class).order() == CrawlControl.Order.PAUSE;
    } catch (EventFormatException e) {
      unreadable(order, String.valueOf(e.getMessage()));
      return true;
    }
  }

  private void unreadable(ConsumerRecord<String, byte[]> order, String why) {
    meters.orderUnreadable();
    LOG.atError()
        .addKeyValue("topic", order.topic())
        .addKeyValue("partition", order.partition())
        .addKeyValue("offset", order.offset())
        .addKeyValue("reason", why)
        .log("an order cannot be read, so its site is paused; give the order again");
  }

  @Override
  public void close() {
    closing = true;
    orders.wakeup();
    try {
      thread.join(STOPS_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
