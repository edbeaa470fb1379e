package org.maraude.analyzer.assess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.maraude.analyzer.Ads;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.assessment.Queue;

/**
 * An invented ad and what a careful reader says of it.
 *
 * @param kind of advertiser, such as {@code independent}
 * @param queue of this ad alone, without its links to others
 * @param signs ids of the indicators that the text shows
 */
record LabelledAd(String kind, Queue queue, Set<String> signs, ObservedAd ad) {

  /** The hand-written file {@code name} beside the tests. */
  static List<LabelledAd> read(String name) {
    var number = new AtomicInteger();
    return rows(name).stream()
        .map(row ->
            new LabelledAd(
                row[0],
                Queue.valueOf(row[1]),
                signs(row[2]),
                Ads.ad(name + number.incrementAndGet(), row[3], row[4], Ads.NOON, null)))
        .toList();
  }

  static Set<String> signs(String listed) {
    return listed.equals("-") ? Set.of() : new TreeSet<>(Arrays.asList(listed.split(",")));
  }

  /** The columns of a tab-separated file; lines that begin with # are comments. */
  static List<String[]> rows(String name) {
    try (var file = LabelledAd.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
