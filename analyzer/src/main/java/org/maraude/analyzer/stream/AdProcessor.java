package org.maraude.analyzer.stream;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.assess.Assessor;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.analyzer.text.Utf8;
import org.maraude.contacts.KeyFolderException;
import org.maraude.contacts.SealException;
import org.maraude.events.DeadLetter;
import org.maraude.events.Event;
import org.maraude.events.EventFormatException;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.ads.AdGone;
import org.maraude.events.ads.AdSeen;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.volume.AdVolume;

/**
 * Takes what the crawler tells of an ad. Reads, lets the ledgers decide, keeps what they remember
 * and passes on what follows. A record that cannot be taken leaves everything as it was.
 */
final class AdProcessor implements Processor<byte[], byte[], byte[], Outcome> {

  static final String STORE = "ads";

  /** A little under what a broker takes by default, for key and headers. */
  private static final int LARGEST_RECORD = 1_000_000;

  private final Assessor assessor;
  private final RuleBook book;
  private final StreamProgress progress;
  private @Nullable ProcessorContext<byte[], Outcome> context;
  private @Nullable KeyValueStore<String, AdHistory> store;

  AdProcessor(Assessor assessor, RuleBook book, StreamProgress progress) {
    this.assessor = assessor;
    this.book = book;
    this.progress = progress;
  }

  /** A record that will not do; the message is its reason. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String reason, @Nullable Throwable cause) {
      super(reason, cause);
    }

    String reason() {
      var message = getMessage();
      return message == null ? "unknown" : message;
    }
  }

  @Override
  public void init(ProcessorContext<byte[], Outcome> context) {
    this.context = context;
    this.store = context.getStateStore(STORE);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    var topic = context().recordMetadata().map(each -> each.topic()).orElse("");
    try {
      if (topic.equals(Topic.ADS_OBSERVED.topicName())) {
        observed(record);
      } else if (topic.equals(Topic.ADS_SEEN.topicName())) {
        var seen = read(record, AdSeen.class, AdSeen::adId);
        count(record, seen.adId(), entry -> VolumeLedger.seen(entry, seen.seenAt()));
      } else {
        var gone = read(record, AdGone.class, AdGone::adId);
        count(record, gone.adId(), entry -> VolumeLedger.gone(entry, gone));
      }
    } catch (Refusal e) {
      refuse(record, e.reason());
    }
  }

  private void observed(Record<byte[], byte[]> record) {
    var ad = read(record, ObservedAd.class, ObservedAd::adId);
    var before = store().get(ad.adId());
    if (AdLedger.isReplay(before, ad)) {
      return;
    }
    var step = book.use(rules -> step(before, ad, rules));
    var published = step.published();
    if (published != null) {
      forward(record, new Outcome.Assessed(json(published)));
      progress.assessed(published.queue());
    }
    store().put(ad.adId(), step.history());
    forwardAll(record, step.changes());
  }

  private AdLedger.Step step(@Nullable AdHistory before, ObservedAd ad, RuleSet rules) {
    try {
      return AdLedger.observed(
          before, ad, rules.stamp(), revision -> assessor.assess(ad, rules, revision));
    } catch (SealException | KeyFolderException e) {
      // The keys' trouble is not the ad's: it waits until there are keys again.
      throw e;
    } catch (RuntimeException e) {
      throw new Refusal("cannot be assessed: " + e.getClass().getSimpleName(), e);
    }
  }

  private static byte[] json(Event event) {
    byte[] json = EventJson.write(event);
    if (json.length > LARGEST_RECORD) {
      throw new Refusal("its assessment is larger than " + LARGEST_RECORD + " bytes", null);
    }
    return json;
  }

  private void count(
      Record<byte[], byte[]> record,
      String adId,
      Function<VolumeEntry, VolumeLedger.Step> counting) {
    var before = store().get(adId);
    if (before == null) {
      return;
    }
    var step = counting.apply(before.volume());
    store().put(adId, before.with(step.entry()));
    forwardAll(record, step.changes());
  }

  private static <T extends Event> T read(
      Record<byte[], byte[]> record, Class<T> type, Function<T, String> id) {
    if (record.key() == null || record.value() == null) {
      throw new Refusal("has no " + (record.key() == null ? "key" : "value"), null);
    }
    T event;
    try {
      event = EventJson.readLine(Utf8.strict(record.value()), type);
    } catch (EventFormatException e) {
      var reason = e.getMessage();
      throw new Refusal(reason == null ? "unreadable" : reason, e);
    }
    if (!id.apply(event).equals(new String(record.key(), StandardCharsets.UTF_8))) {
      throw new Refusal("its key is not the ad's id", null);
    }
    return event;
  }

  private void forwardAll(Record<byte[], byte[]> record, List<AdVolume> changes) {
    changes.forEach(change -> forward(record, new Outcome.Counted(change)));
  }

  private void forward(Record<byte[], byte[]> record, Outcome outcome) {
    context().forward(record.withValue(outcome).withHeaders(new RecordHeaders()));
  }

  private void refuse(Record<byte[], byte[]> record, String reason) {
    progress.refused();
    var headers = new RecordHeaders();
    add(headers, DeadLetter.REASON, reason);
    context()
        .recordMetadata()
        .ifPresent(from -> {
          add(headers, DeadLetter.TOPIC, from.topic());
          add(headers, DeadLetter.PARTITION, Integer.toString(from.partition()));
          add(headers, DeadLetter.OFFSET, Long.toString(from.offset()));
        });
    byte[] value = record.value();
    // One that filled a record alone would not fit with headers: then the origin has to do.
    var kept = value != null && value.length > LARGEST_RECORD ? null : value;
    context().forward(record.<Outcome>withValue(new Outcome.Refused(kept)).withHeaders(headers));
  }

  private static void add(RecordHeaders headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private ProcessorContext<byte[], Outcome> context() {
    return java.util.Objects.requireNonNull(context, "init comes first");
  }

  private KeyValueStore<String, AdHistory> store() {
    return java.util.Objects.requireNonNull(store, "init comes first");
  }
}
