package org.maraude.analyzer.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.assess.Assessor;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.analyzer.stream.Refusal.Kind;
import org.maraude.analyzer.text.Utf8;
import org.maraude.contacts.KeyFolderException;
import org.maraude.contacts.SealException;
import org.maraude.events.Event;
import org.maraude.events.EventFormatException;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.ads.AdGone;
import org.maraude.events.ads.AdSeen;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.review.Erasure;
import org.maraude.events.volume.AdVolume;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what the crawler tells of an ad, and who objected. Reads, lets the ledgers decide, keeps
 * what they remember and passes on what follows. A record that cannot be taken leaves everything as
 * it was.
 */
final class AdProcessor implements Processor<byte[], byte[], byte[], Outcome> {

  static final String STORE = "ads";
  static final String EARLY_STORE = "ads-early";
  static final Duration FORGETS_EVERY = Duration.ofHours(1);
  static final Duration LISTENS_EVERY = Duration.ofSeconds(1);
  static final Duration TELLS_EVERY = Duration.ofSeconds(5);

  /** A little under what a broker takes by default, for key and headers. */
  private static final int LARGEST_RECORD = 1_000_000;

  private static final Logger log = LoggerFactory.getLogger(AdProcessor.class);

  /** So many looks in a row that found nothing new. */
  private static final int QUIET_AFTER = 2;

  private final Assessor assessor;
  private final AnalyzerParts parts;
  private @Nullable ProcessorContext<byte[], Outcome> context;
  private @Nullable KeyValueStore<String, AdHistory> store;
  private @Nullable KeyValueStore<String, EarlyNews> early;
  private int quietLooks;

  AdProcessor(AnalyzerParts parts) {
    this.assessor = parts.assessor().timedBy(parts.meters());
    this.parts = parts;
  }

  @Override
  public void init(ProcessorContext<byte[], Outcome> context) {
    this.context = context;
    this.store = context.getStateStore(STORE);
    this.early = context.getStateStore(EARLY_STORE);
    quietLooks = 0;
    context.schedule(LISTENS_EVERY, PunctuationType.WALL_CLOCK_TIME, time -> listen());
    context.schedule(FORGETS_EVERY, PunctuationType.WALL_CLOCK_TIME, time -> forget());
    context.schedule(
        TELLS_EVERY,
        PunctuationType.WALL_CLOCK_TIME,
        time -> parts.meters().ruleErrors(parts.book().errors()));
  }

  /** Says so once when nothing comes any more: whoever waits for this partition need not. */
  private void listen() {
    if (quietLooks < QUIET_AFTER && ++quietLooks == QUIET_AFTER) {
      byte[] key = Integer.toString(partition()).getBytes(StandardCharsets.UTF_8);
      var news = forLinks(LinkNews.quiet(partition()));
      context().forward(new Record<>(key, news, parts.clock().millis(), new RecordHeaders()));
    }
  }

  private int partition() {
    return context().taskId().partition();
  }

  private void forget() {
    var now = parts.clock().instant();
    int ads = Forgetting.ads(store(), now);
    int waiting = Forgetting.early(early(), now);
    if (ads + waiting > 0) {
      log.info("{} ads not seen for {} days are forgotten", ads, Forgetting.AFTER.toDays());
    }
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    quietLooks = 0;
    var topic = context().recordMetadata().map(RecordMetadata::topic).orElse("");
    var site = FailureDesk.site(record.key());
    if (!parts.failures().admits(topic, site)) {
      refuse(record, topic, new Refusal(Kind.SITE_SET_ASIDE, "its site is set aside", null));
      return;
    }
    try {
      take(record, topic);
    } catch (Refusal e) {
      refuse(record, topic, e);
      parts.failures().failed(topic, site);
      return;
    }
    parts.failures().worked(topic, site);
  }

  private void take(Record<byte[], byte[]> record, String topic) {
    if (topic.equals(Topic.ADS_OBSERVED.topicName())) {
      observed(record);
    } else if (topic.equals(Topic.ADS_SEEN.topicName())) {
      var seen = read(record, AdSeen.class, AdSeen::adId);
      count(
          record,
          seen.adId(),
          entry -> VolumeLedger.seen(entry, seen.seenAt()),
          news -> news.withSeen(seen.seenAt()));
      forward(record, forLinks(LinkNews.seen(partition(), seen.seenAt())));
    } else if (topic.equals(Topic.ERASURES.topicName())) {
      var erasure = read(record, Erasure.class, Erasure::contactToken);
      forward(record, forLinks(LinkNews.erased(partition(), erasure.at())));
    } else {
      var gone = read(record, AdGone.class, AdGone::adId);
      count(
          record,
          gone.adId(),
          entry -> VolumeLedger.gone(entry, gone),
          news -> news.withGone(gone));
    }
  }

  private void observed(Record<byte[], byte[]> record) {
    var ad = read(record, ObservedAd.class, ObservedAd::adId);
    var before = store().get(ad.adId());
    if (AdLedger.isReplay(before, ad)) {
      // Nothing new to tell, but the ad was there so early.
      forward(record, forLinks(LinkNews.seen(partition(), ad.observedAt())));
      return;
    }
    var news = before == null ? early().get(ad.adId()) : null;
    var step = parts.book().use(rules -> step(before, news, ad, rules));
    var published = step.published();
    var told =
        published == null
            ? forLinks(LinkNews.seen(partition(), ad.observedAt()))
            : small(forLinks(LinkNews.read(partition(), published)));
    forward(record, told);
    if (news != null && !news.seen().isEmpty()) {
      forward(record, forLinks(LinkNews.seen(partition(), news.seen().getLast())));
    }
    store().put(ad.adId(), step.history());
    if (news != null) {
      early().delete(ad.adId());
    }
    forwardAll(record, step.changes());
  }

  private AdLedger.Step step(
      @Nullable AdHistory before, @Nullable EarlyNews news, ObservedAd ad, RuleSet rules) {
    try {
      return AdLedger.observed(
          before, news, ad, rules.stamp(), revision -> assessor.assess(ad, rules, revision));
    } catch (SealException | KeyFolderException e) {
      // The keys' trouble is not the ad's: it waits until there are keys again.
      throw e;
    } catch (RuntimeException e) {
      throw new Refusal(
          Kind.NOT_ASSESSED, "cannot be assessed: " + e.getClass().getSimpleName(), e);
    }
  }

  private static Outcome.ForLinks forLinks(LinkNews news) {
    return new Outcome.ForLinks(EventJson.write(news));
  }

  private static Outcome.ForLinks small(Outcome.ForLinks news) {
    if (news.json().length > LARGEST_RECORD) {
      throw new Refusal(
          Kind.TOO_LARGE, "its assessment is larger than " + LARGEST_RECORD + " bytes", null);
    }
    return news;
  }

  private void count(
      Record<byte[], byte[]> record,
      String adId,
      Function<VolumeEntry, VolumeLedger.Step> counting,
      UnaryOperator<EarlyNews> waiting) {
    var before = store().get(adId);
    if (before == null) {
      var news = early().get(adId);
      early().put(adId, waiting.apply(news == null ? EarlyNews.NONE : news));
      return;
    }
    var step = counting.apply(before.volume());
    store().put(adId, before.with(step.entry()));
    forwardAll(record, step.changes());
  }

  private static <T extends Event> T read(
      Record<byte[], byte[]> record, Class<T> type, Function<T, String> id) {
    if (record.key() == null) {
      throw new Refusal(Kind.WRONG_KEY, "has no key", null);
    }
    if (record.value() == null) {
      throw new Refusal(Kind.UNREADABLE, "has no value", null);
    }
    T event;
    try {
      event = EventJson.readLine(Utf8.strict(record.value()), type);
    } catch (EventFormatException e) {
      var reason = e.getMessage();
      throw new Refusal(Kind.UNREADABLE, reason == null ? "unreadable" : reason, e);
    }
    if (!id.apply(event).equals(new String(record.key(), StandardCharsets.UTF_8))) {
      throw new Refusal(Kind.WRONG_KEY, "its key is not the id that it names", null);
    }
    return event;
  }

  private void forwardAll(Record<byte[], byte[]> record, List<AdVolume> changes) {
    changes.forEach(change -> forward(record, new Outcome.Counted(change)));
  }

  private void forward(Record<byte[], byte[]> record, Outcome outcome) {
    context().forward(record.withValue(outcome).withHeaders(new RecordHeaders()));
  }

  private void refuse(Record<byte[], byte[]> record, String topic, Refusal refusal) {
    parts.progress().refused();
    parts.meters().deadLetter(topic, refusal.kind());
    byte[] value = record.value();
    // One that filled a record alone would not fit with headers: then the origin has to do.
    var kept = value != null && value.length > LARGEST_RECORD ? null : value;
    var origin = context().recordMetadata().orElse(null);
    context()
        .forward(
            record
                .<Outcome>withValue(new Outcome.Refused(kept))
                .withHeaders(refusal.headers(origin)));
  }

  private ProcessorContext<byte[], Outcome> context() {
    return Objects.requireNonNull(context, "init comes first");
  }

  private KeyValueStore<String, AdHistory> store() {
    return Objects.requireNonNull(store, "init comes first");
  }

  private KeyValueStore<String, EarlyNews> early() {
    return Objects.requireNonNull(early, "init comes first");
  }
}
