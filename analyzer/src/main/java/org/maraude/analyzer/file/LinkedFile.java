package org.maraude.analyzer.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.assess.LinkedAssessment;
import org.maraude.analyzer.links.InMemoryLinkState;
import org.maraude.analyzer.links.LinkedAd;
import org.maraude.analyzer.links.Linker;
import org.maraude.analyzer.links.stored.Told;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.events.EventJson;
import org.maraude.events.assessment.Assessment;

/**
 * Links the ads of a file as they are read, and reads those again at the end that later ads made
 * mean something else. What was published of each ad waits in a temporary file, readable by its
 * owner alone and gone with the process; in memory stay its place there and its links. Not thread
 * safe.
 */
final class LinkedFile implements Closeable {

  /** Links are forgotten a few times within their term, not with every ad. */
  private static final Duration FORGETS_EVERY = Duration.ofDays(7);

  private final RuleSet rules;
  private final Linker linker = new Linker(new InMemoryLinkState(), merged -> {});
  private final Map<String, Kept> kept = new LinkedHashMap<>();
  private final FileChannel spill;
  private long end;
  private Instant newest = Instant.MIN;
  private Instant forgot = Instant.MIN;

  /** Where an ad's own assessment lies, and which links it was published with. */
  private record Kept(long at, int length, Told told) {}

  LinkedFile(RuleSet rules) throws IOException {
    this.rules = rules;
    // Owner only by default, on every system that knows owners.
    var file = Files.createTempFile("maraude-assess-", ".tmp");
    this.spill =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** Whether an ad is older than one before it. */
  boolean runsBackwards(Assessment own) {
    return own.observedAt().isBefore(newest);
  }

  /** The assessment with what the ads before it add. */
  Assessment take(Assessment own) throws IOException {
    forget(own.observedAt());
    linker.observe(LinkedAd.of(own));
    var view = linker.view(own.adId());
    byte[] json = EventJson.write(own);
    write(json);
    var linked = LinkedAssessment.of(own, view, rules);
    kept.remove(own.adId());
    kept.put(
        own.adId(), new Kept(end, json.length, Told.of(linked, view, own.observedAt(), List.of())));
    end += json.length;
    return linked;
  }

  private void forget(Instant now) {
    newest = now.isAfter(newest) ? now : newest;
    if (forgot.equals(Instant.MIN)) {
      forgot = newest;
    } else if (newest.isAfter(forgot.plus(FORGETS_EVERY))) {
      linker.forget(newest);
      forgot = newest;
    }
  }

  /** Takes an assessment that replaces an earlier one. */
  interface Taker {
    void take(Assessment before, Assessment after) throws IOException;
  }

  /** The ads that mean something else by now, in the order they were read, each once. */
  void again(Taker taker) throws IOException {
    for (var entry : kept.entrySet()) {
      var told = entry.getValue().told();
      var view = linker.view(entry.getKey());
      // An ad that is forgotten by now keeps what was said of it.
      boolean forgotten = view.links().advertiser() == null;
      boolean fellows = told.hasOtherFellows(view);
      if (forgotten || !fellows && !told.hasOtherSigns(view)) {
        continue;
      }
      var own = EventJson.read(read(entry.getValue()), Assessment.class);
      var before = LinkedAssessment.of(own, told.view(view.links()), rules);
      var after = LinkedAssessment.of(own, view, rules);
      if (fellows || LinkedAssessment.differs(before, after)) {
        taker.take(before, LinkedAssessment.instead(before, after));
      }
    }
  }

  private void write(byte[] json) throws IOException {
    var bytes = ByteBuffer.wrap(json);
    while (bytes.hasRemaining()) {
      spill.write(bytes, end + bytes.position());
    }
  }

  private byte[] read(Kept place) throws IOException {
    var bytes = ByteBuffer.allocate(place.length());
    while (bytes.hasRemaining() && spill.read(bytes, place.at() + bytes.position()) >= 0) {
      // Reads on until the record is whole.
    }
    return bytes.array();
  }

  @Override
  public void close() throws IOException {
    spill.close();
  }

  /** Nothing to close for a file whose ads are assessed each by itself. */
  static @Nullable LinkedFile maybe(boolean links, RuleSet rules) throws IOException {
    return links ? new LinkedFile(rules) : null;
  }
}
