package org.maraude.analyzer.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.links.Merged;
import org.maraude.analyzer.links.stored.LinkStore;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.volume.AdvertiserMerged;

/**
 * The one task that keeps the links of all ads, and the only writer of {@code ads.assessed}. Brings
 * news and time to {@link LinkedAds} and passes on what it tells.
 */
final class LinkProcessor implements Processor<byte[], byte[], byte[], Outcome> {

  static final String STORE = "links";
  static final Duration LETS_IN_EVERY = Duration.ofMillis(100);
  static final Duration REVIEWS_EVERY = Duration.ofSeconds(1);
  static final Duration KEEPS_UP_EVERY = Duration.ofSeconds(10);

  private final AnalyzerParts parts;
  private @Nullable ProcessorContext<byte[], Outcome> context;
  private @Nullable LinkedAds ads;
  private @Nullable Arrivals arrivals;
  private @Nullable Record<byte[], byte[]> cause;
  private boolean hurries;

  LinkProcessor(AnalyzerParts parts) {
    this.parts = parts;
  }

  @Override
  public void init(ProcessorContext<byte[], Outcome> context) {
    this.context = context;
    KeyValueStore<Bytes, byte[]> store = context.getStateStore(STORE);
    // Made anew with every start of the task: what it holds unpacked must not outlive a
    // transaction that was broken off.
    var all = new LinkStore(store);
    ads = new LinkedAds(all, new Forwarding(), this::merged, parts.linkTrouble(), parts.clock());
    arrivals = new Arrivals(all, this::take, parts.partitions(), parts.clock());
    hurries = false;
    context.schedule(LETS_IN_EVERY, PunctuationType.WALL_CLOCK_TIME, time -> letIn());
    context.schedule(REVIEWS_EVERY, PunctuationType.WALL_CLOCK_TIME, time -> review());
    context.schedule(KEEPS_UP_EVERY, PunctuationType.WALL_CLOCK_TIME, time -> upkeep());
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    cause = record;
    var key = new String(record.key(), StandardCharsets.UTF_8);
    var news = EventJson.read(record.value(), LinkNews.class);
    switch (news.kind()) {
      case READ, SEEN -> arrivals().arrived(key, news, record.value());
      case ERASED -> {
        ads().erase(key, news.at());
        hurries = true;
      }
      case QUIET -> arrivals().quiet(news.partition());
    }
    cause = null;
  }

  private void letIn() {
    arrivals().letIn();
    parts.meters().waitingForTheirDay(arrivals().waiting());
  }

  private void take(String key, LinkNews news) {
    var own = news.own();
    if (own == null) {
      parts.linkTrouble().tries(key + " seen " + news.at(), () -> ads().seen(key, news.at()));
    } else if (!parts.linkTrouble().tries(key + " read " + news.at(), () -> read(own))) {
      unlinked(own);
    }
  }

  private void read(Assessment own) {
    parts
        .book()
        .use(rules -> {
          ads().read(own, rules);
          return own;
        });
  }

  private void unlinked(Assessment own) {
    ads().unlinked(own);
    var refusal = new Refusal(Refusal.Kind.NOT_LINKED, "cannot be linked", null);
    parts.meters().deadLetter(Topic.ADS_OBSERVED.topicName(), refusal.kind());
    // The ad itself was told, or its contact is erased: its id is all that may stay.
    forward(own.adId(), new Outcome.Refused(null), refusal.headers(null));
  }

  private void review() {
    boolean all = parts.book().use(rules -> ads().review(rules));
    parts.meters().reviewed(all);
    if (hurries) {
      upkeep();
    }
  }

  private void upkeep() {
    hurries = ads().upkeep();
  }

  private void merged(Merged merged) {
    var event = new AdvertiserMerged(merged.oldId(), merged.newId(), parts.clock().instant());
    forward(merged.oldId(), new Outcome.Merged(EventJson.write(event)));
  }

  private final class Forwarding implements LinkedAds.Teller {

    @Override
    public void tell(Assessment assessment, boolean first) {
      forward(assessment.adId(), new Outcome.Assessed(EventJson.write(assessment)));
      if (first) {
        parts.progress().assessed(assessment.queue());
        parts.meters().assessed(assessment);
      } else {
        parts.meters().assessedAgain(assessment.queue());
      }
    }

    @Override
    public void takeBack(String adId) {
      forward(adId, new Outcome.Assessed(null));
    }
  }

  private void forward(String key, Outcome outcome) {
    forward(key, outcome, new RecordHeaders());
  }

  private void forward(String key, Outcome outcome, Headers headers) {
    // Told again means told now: the time is what a reader counts as the flagging.
    long at = cause == null ? parts.clock().millis() : cause.timestamp();
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    Objects.requireNonNull(context, "init comes first")
        .forward(new Record<>(bytes, outcome, at, headers));
  }

  private Arrivals arrivals() {
    return Objects.requireNonNull(arrivals, "init comes first");
  }

  private LinkedAds ads() {
    return Objects.requireNonNull(ads, "init comes first");
  }
}
