package org.maraude.crawler;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.maraude.crawler.fetch.Fetcher;
import org.maraude.crawler.fetch.LeaseOverException;
import org.maraude.crawler.meters.CrawlMeters;
import org.maraude.crawler.meters.CrawlMeters.PermitFate;
import org.maraude.crawler.site.SiteFile;
import org.maraude.events.DeadLetter;
import org.maraude.events.EventFormatException;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.crawl.Permit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes permits and makes their requests, several keys at once. A permit is used at most once: its
 * offset is committed before the request, so one that is read twice was never used, and one that is
 * lost costs its lease.
 */
final class FetchLoop implements Runnable, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FetchLoop.class);
  private static final int MOST_AT_ONCE = 64;
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, SiteFile> sites;
  private final Fetcher fetcher;
  private final Clock clock;
  private final Duration call;
  private final Instant voidBefore;
  private final KafkaConsumer<String, byte[]> permits;
  private final Producer<String, byte[]> results;
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private final LongAdder pagesFetched = new LongAdder();
  private final ControlWatch control;
  private final CrawlMeters meters;
  private volatile boolean closing;

  /**
   * @param call the longest a request takes; one whose lease ends sooner is not made
   * @param voidBefore permits issued earlier are not used
   * @param control read to its end before the first request; closed by its owner
   */
  FetchLoop(
      CrawlerConfig config,
      Map<String, SiteFile> sites,
      Fetcher fetcher,
      Duration call,
      Instant voidBefore,
      ControlWatch control,
      CrawlMeters meters) {
    this.sites = sites;
    this.fetcher = fetcher;
    this.clock = config.clock();
    this.call = call;
    this.voidBefore = voidBefore;
    this.control = control;
    this.meters = meters;
    this.permits = new KafkaConsumer<>(KafkaSettings.permits(config));
    this.results = new KafkaProducer<>(KafkaSettings.results(config.bootstrapServers()));
  }

  long pagesFetched() {
    return pagesFetched.sum();
  }

  @Override
  public void run() {
    try (permits) {
      control.awaitOrders();
      permits.subscribe(List.of(Topic.CRAWL_PERMITS.topicName()));
      while (!closing) {
        turn();
      }
    } catch (WakeupException | InterruptException | InterruptedException e) {
      if (!closing) {
        LOG.error("the fetch loop was woken although it is not closing", e);
      }
    } catch (FencedInstanceIdException e) {
      LOG.error(
          "another crawler was started with this one's instance id, so this one fetches no more;"
              + " give each its own id");
    } catch (KafkaException e) {
      LOG.error("the fetch loop ended; restart the crawler", e);
    }
  }

  private void turn() {
    var records = permits.poll(POLL);
    if (records.isEmpty()) {
      return;
    }
    var usable = usable(records);
    try {
      permits.commitSync();
    } catch (RetriableException | CommitFailedException | RebalanceInProgressException e) {
      // Whoever has the partition now reads these permits again; using them here would be twice.
      LOG.info("{} permits left to another fetcher: {}", usable.size(), e.getMessage());
      return;
    }
    for (var permit : usable) {
      start(permit);
    }
  }

  private record Use(String key, Permit permit, SiteFile site) {}

  private List<Use> usable(ConsumerRecords<String, byte[]> records) {
    var usable = new ArrayList<Use>();
    for (var message : records) {
      try {
        if (message.value() == null) {
          throw new EventFormatException("a permit is empty");
        }
        var permit = EventJson.read(message.value(), Permit.class);
        var site = sites.get(permit.siteId());
        if (site == null || permit.issuedAt().isBefore(voidBefore)) {
          meters.permit(permit.siteId(), PermitFate.DROPPED_VOID);
        } else if (usable(permit)) {
          usable.add(new Use(message.key(), permit, site));
        }
      } catch (EventFormatException e) {
        deadLetter(message, e);
      }
    }
    return usable;
  }

  /** Whether a permit may still be used; asked once more before its request. */
  private boolean usable(Permit permit) {
    if (control.paused(permit.siteId())) {
      meters.permit(permit.siteId(), PermitFate.DROPPED_PAUSED);
      return false;
    }
    if (clock.instant().plus(call).isAfter(permit.leaseEnd())) {
      meters.permit(permit.siteId(), PermitFate.DROPPED_LATE);
      return false;
    }
    return true;
  }

  private void deadLetter(ConsumerRecord<String, byte[]> message, EventFormatException reason) {
    var letter =
        new ProducerRecord<>(Topic.CRAWL_PERMITS.deadLetterName(), message.key(), message.value());
    meters.deadLetter(message.topic());
    letter.headers().add(DeadLetter.REASON, utf8(String.valueOf(reason.getMessage())));
    letter.headers().add(DeadLetter.TOPIC, utf8(message.topic()));
    letter.headers().add(DeadLetter.PARTITION, utf8(Integer.toString(message.partition())));
    letter.headers().add(DeadLetter.OFFSET, utf8(Long.toString(message.offset())));
    send(letter, "dead letter of " + message.topic());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private void start(Use use) {
    // Full places end the reading for a while; permits wait in Kafka and run out there.
    places.acquireUninterruptibly();
    requests.execute(() -> {
      try {
        fetch(use);
      } catch (LeaseOverException e) {
        LOG.info("{}; its page is still due", e.getMessage());
      } finally {
        places.release();
      }
    });
  }

  private void fetch(Use use) {
    if (closing || !usable(use.permit())) {
      return;
    }
    var result = fetcher.fetch(use.permit(), use.site());
    if (closing) {
      // The request was broken off by closing, which is no answer of the site.
      return;
    }
    meters.request(use.site().id(), result.outcome(), Duration.ofMillis(result.latencyMillis()));
    if (result.status() != null) {
      pagesFetched.increment();
    }
    // A result that is not recorded costs one lease: its page is still due.
    send(
        new ProducerRecord<>(Topic.CRAWL_RESULTS.topicName(), use.key(), EventJson.write(result)),
        "result of permit " + use.permit().permitId());
  }

  private void send(ProducerRecord<String, byte[]> message, String what) {
    var unused =
        results.send(
            message,
            (sent, failure) -> {
              if (failure != null) {
                LOG.warn("{} not recorded: {}", what, failure.toString());
              }
            });
  }

  /** Stops reading; requests under way are broken off by closing the fetcher. */
  @Override
  public void close() {
    closing = true;
    permits.wakeup();
    fetcher.close();
    requests.shutdownNow();
    try {
      if (!requests.awaitTermination(1, TimeUnit.SECONDS)) {
        LOG.info("requests under way were left behind");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    results.close(Duration.ofSeconds(1));
  }
}
