package org.maraude.crawler.warc;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.maraude.crawler.extract.ContentHash;
import org.maraude.crawler.extract.Extracted;
import org.maraude.crawler.extract.Extractor;
import org.maraude.crawler.extract.Page;
import org.maraude.crawler.fetch.PageResult;
import org.maraude.crawler.site.SiteFile;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.crawl.FetchResult;
import org.maraude.events.crawl.ListingCard;
import org.maraude.events.crawl.PageKind;
import org.maraude.events.crawl.Permit;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

/**
 * Reads the ads of a WARC file (ISO 28500, 1.0 and 1.1, gzip or not) by a site file. Nothing is
 * asked of the site. The file is read twice: a page is an ad if the site file's {@code ad.url} says
 * so, else if a listing of the same file links to it, else, where no listing is there, if it reads
 * as one. What is damaged is left out and named. A revisit record has no page of its own.
 */
public final class WarcImport {

  /**
   * What came of a file.
   *
   * @param records records of all kinds that were read
   * @param pages HTML pages of the site's hosts with status 200
   * @param ads pages that were read as an ad
   * @param revisits records that only say that a page was as before
   * @param unread pages that should have been ads, by the reason why they were not
   * @param damages what could not be read of the file, in its order
   */
  public record Summary(
      long records,
      long pages,
      long ads,
      long revisits,
      Map<String, Long> unread,
      List<WarcDamage> damages) {}

  /** Is told how far the reading is, from 0 to 1. */
  public interface Progress {
    Progress NONE = share -> {};

    void read(double share);
  }

  private final Path file;
  private final SiteFile site;
  private final Progress progress;
  private final Set<String> linked = new HashSet<>();
  private final Map<String, Long> unread = new TreeMap<>();
  private long pages;
  private long ads;
  private long revisits;

  private WarcImport(Path file, SiteFile site, Progress progress) {
    this.file = file;
    this.site = site;
    this.progress = progress;
  }

  /**
   * Hands over each ad, in file order.
   *
   * @throws WarcImportException when nothing of the file can be read
   */
  public static Summary ads(Path file, SiteFile site, Progress progress, Consumer<ObservedAd> ads) {
    return new WarcImport(file, site, progress)
        .read(result -> {
          if (result.ad() != null) {
            ads.accept(result.ad());
          }
        });
  }

  /**
   * Sends each ad to the frontier, which publishes those that are new or changed. Importing a file
   * twice publishes nothing twice.
   *
   * @throws WarcImportException when nothing of the file can be read
   * @throws IllegalStateException when Kafka does not take them
   */
  public static Summary intoPipeline(
      Path file, SiteFile site, Progress progress, String bootstrapServers) {
    var settings =
        Map.<String, Object>of(
            CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            20_000,
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            StringSerializer.class,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            ByteArraySerializer.class);
    try (var producer = new KafkaProducer<String, byte[]>(settings)) {
      return new WarcImport(file, site, progress).read(result -> send(producer, site, result));
    }
  }

  private static void send(
      KafkaProducer<String, byte[]> producer, SiteFile site, FetchResult result) {
    if (result.ad() == null) {
      return;
    }
    var value = EventJson.write(result);
    try {
      producer
          .send(new ProducerRecord<>(Topic.CRAWL_RESULTS.topicName(), site.politenessKey(), value))
          .get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while importing", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Kafka did not take an imported page; is it running and the address right?", e);
    }
  }

  private Summary read(Consumer<FetchResult> results) {
    double half = Math.max(1, file.toFile().length()) * 2.0;
    each(this::collectLinks, offset -> progress.read(offset / half));
    revisits = 0;
    var extent = each(page -> read(page, results), offset -> progress.read(0.5 + offset / half));
    return new Summary(
        extent.records(), pages, ads, revisits, new TreeMap<>(unread), extent.damages());
  }

  private WarcRecords.Extent each(Consumer<SavedPage> pages, LongConsumer offsets) {
    return WarcRecords.each(
        file,
        record -> {
          if (record instanceof WarcResponse response) {
            var page = SavedPage.of(response, site);
            return () -> pages.accept(page);
          }
          return record instanceof WarcRevisit ? () -> revisits++ : () -> {};
        },
        offsets);
  }

  private void collectLinks(SavedPage saved) {
    if (saved instanceof SavedPage.Html(var page)
        && Extractor.listing(site, page) instanceof Extracted.Listing(var listing)) {
      for (ListingCard card : listing.cards()) {
        linked.add(card.url());
      }
    }
  }

  private void read(SavedPage saved, Consumer<FetchResult> results) {
    switch (saved) {
      case SavedPage.Html(var page) -> read(page, results);
      case SavedPage.Unreadable(var url, var reason) -> {
        pages++;
        if (isAd(url) || linked.isEmpty() && site.ad().url() == null) {
          unread.merge(reason, 1L, Long::sum);
        }
      }
      case SavedPage.Other other -> {}
    }
  }

  private void read(Page page, Consumer<FetchResult> results) {
    pages++;
    boolean expected = isAd(page.url());
    if (!expected && (!linked.isEmpty() || site.ad().url() != null)) {
      return;
    }
    var result = PageResult.imported(permit(page), site, page);
    if (result.ad() != null) {
      ads++;
      results.accept(result);
    } else if (expected) {
      var missing = result.missing().isEmpty() ? "" : " without " + result.missing();
      unread.merge(result.outcome() + missing, 1L, Long::sum);
    }
  }

  private boolean isAd(String url) {
    var pattern = site.ad().url();
    return pattern != null
        ? pattern.matcher(url).find()
        : linked.contains(url) && !site.start().contains(url);
  }

  private Permit permit(Page page) {
    // The same page of the same file is the same permit, whenever it is imported.
    var id = "warc-" + ContentHash.of(page.url(), page.fetchedAt().toString()).substring(0, 32);
    return new Permit(
        id,
        site.id(),
        page.url(),
        PageKind.AD,
        page.fetchedAt(),
        page.fetchedAt(),
        0,
        0,
        false,
        null,
        null,
        null);
  }
}
