package org.maraude.crawler.frontier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.meters.CrawlMeters;
import org.maraude.crawler.site.SiteFile;
import org.maraude.events.DeadLetter;
import org.maraude.events.Event;
import org.maraude.events.EventFormatException;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.ads.AdGone;
import org.maraude.events.ads.AdSeen;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.crawl.CrawlCoverage;
import org.maraude.events.crawl.DiscoveredUrl;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.Permit;
import org.maraude.events.crawl.SiteStatus;

/** The frontier as a node of the topology. */
final class FrontierProcessor implements Processor<byte[], byte[], Object, Object> {

  private final FrontierSettings settings;
  private final Map<String, List<SiteFile>> sitesByKey;
  private @Nullable ProcessorContext<Object, Object> context;
  private @Nullable Frontier frontier;

  private FrontierProcessor(FrontierSettings settings) {
    this.settings = settings;
    this.sitesByKey = byKey(settings);
  }

  static ProcessorSupplier<byte[], byte[], Object, Object> supplier(FrontierSettings settings) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<byte[], byte[], Object, Object> get() {
        return new FrontierProcessor(settings);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return FrontierStores.builders();
      }
    };
  }

  private static Map<String, List<SiteFile>> byKey(FrontierSettings settings) {
    var byKey = new HashMap<String, List<SiteFile>>();
    for (var site : settings.sites().values()) {
      byKey.computeIfAbsent(site.politenessKey(), key -> new ArrayList<>()).add(site);
    }
    return byKey;
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    this.context = context;
    var stores = FrontierStores.of(context);
    var started =
        new Frontier(
            stores, settings, sitesByKey, orders(context), new Forwarder(context, settings));
    this.frontier = started;
    started.begin(settings.restartedAt(), now());
    context.schedule(
        settings.punctuation(), PunctuationType.WALL_CLOCK_TIME, time -> started.tick(now()));
  }

  private Instant now() {
    return settings.clock().instant();
  }

  private static Orders orders(ProcessorContext<Object, Object> context) {
    KeyValueStore<String, byte[]> control = context.getStateStore(FrontierTopology.CONTROL_STORE);
    return new ControlOrders(control);
  }

  @Override
  public void process(Record<byte[], byte[]> message) {
    if (frontier == null || context == null) {
      throw new IllegalStateException("not begun");
    }
    var topic = context.recordMetadata().map(metadata -> metadata.topic()).orElse("");
    try {
      if (message.key() == null || message.value() == null) {
        throw new EventFormatException("a key and a value are needed");
      }
      var key = new String(message.key(), StandardCharsets.UTF_8);
      if (topic.equals(Topic.CRAWL_RESULTS.topicName())) {
        frontier.result(key, EventJson.read(message.value(), FetchResult.class), now());
      } else {
        frontier.discovered(key, EventJson.read(message.value(), DiscoveredUrl.class), now());
      }
    } catch (EventFormatException e) {
      settings.meters().deadLetter(topic);
      context.forward(deadLetter(context, message, e), FrontierTopology.DEAD_LETTERS);
    }
  }

  @Override
  public void close() {
    if (frontier != null) {
      frontier.end();
    }
  }

  private static Record<Object, Object> deadLetter(
      ProcessorContext<Object, Object> context,
      Record<byte[], byte[]> message,
      EventFormatException reason) {
    var headers = new RecordHeaders();
    headers.add(DeadLetter.REASON, utf8(String.valueOf(reason.getMessage())));
    context
        .recordMetadata()
        .ifPresent(from -> {
          headers.add(DeadLetter.TOPIC, utf8(from.topic()));
          headers.add(DeadLetter.PARTITION, utf8(Integer.toString(from.partition())));
          headers.add(DeadLetter.OFFSET, utf8(Long.toString(from.offset())));
        });
    return new Record<>(message.key(), message.value(), message.timestamp(), headers);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private record Forwarder(ProcessorContext<Object, Object> context, FrontierSettings settings)
      implements Outbox {

    private void send(String sink, String key, Event event) {
      long time = settings.clock().millis();
      context.forward(new Record<Object, Object>(key, event, time), sink);
    }

    @Override
    public void permit(String politenessKey, Permit permit) {
      settings.meters().permit(permit.siteId(), CrawlMeters.PermitFate.ISSUED);
      send(FrontierTopology.PERMITS, politenessKey, permit);
    }

    @Override
    public void observed(ObservedAd ad) {
      settings.meters().ad(ad.siteId(), CrawlMeters.AdNews.OBSERVED);
      send(FrontierTopology.OBSERVED, ad.adId(), ad);
      settings.published().accept(ad);
    }

    @Override
    public void seen(AdSeen seen) {
      settings.meters().ad(seen.siteId(), CrawlMeters.AdNews.SEEN);
      send(FrontierTopology.SEEN, seen.adId(), seen);
    }

    @Override
    public void gone(AdGone gone) {
      settings.meters().ad(gone.siteId(), CrawlMeters.AdNews.GONE);
      send(FrontierTopology.GONE, gone.adId(), gone);
    }

    @Override
    public void status(SiteStatus status) {
      settings.meters().status(status);
      send(FrontierTopology.STATUS, status.siteId(), status);
    }

    @Override
    public void coverage(CrawlCoverage coverage) {
      send(FrontierTopology.COVERAGE, coverage.key(), coverage);
    }
  }
}
