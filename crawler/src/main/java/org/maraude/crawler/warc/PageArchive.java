package org.maraude.crawler.warc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.extract.Page;
import org.maraude.crawler.fetch.PageKeeper;
import org.maraude.crawler.site.SiteFile;
import org.maraude.events.crawl.PageKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the pages of those sites whose file says so ({@code retention: {warc: 7d}}): {@code
 * SITE/2026-11-25.warc.gz} in its folder, a file a site and day (UTC). They hold ads in clear, so a
 * file is erased before its oldest page exceeds the term, at the start and every hour; what is left
 * of a site that no longer keeps anything goes after the longest term there is.
 *
 * <p>A thread of its own writes. Where it falls behind, or the disk is full, pages are dropped and
 * counted: fetching never waits and never fails for it.
 */
public final class PageArchive implements PageKeeper, AutoCloseable {

  /**
   * Since the start.
   *
   * @param dropped because writing fell behind
   * @param failed because the file could not be written
   * @param erased files at the end of their term
   */
  public record Counts(long written, long dropped, long failed, long erased) {}

  private record Kept(SiteFile site, Page page, int status, Headers headers) {}

  private static final Logger LOG = LoggerFactory.getLogger(PageArchive.class);
  private static final int MOST_WAITING_BYTES = 32 << 20;
  private static final Duration ERASE_EVERY = Duration.ofHours(1);
  private static final Duration WARN_EVERY = Duration.ofMinutes(10);
  private static final String SUFFIX = ".warc.gz";

  private final Path folder;
  private final Map<String, Duration> terms = new HashMap<>();
  private final Clock clock;
  private final LinkedBlockingQueue<Kept> waiting = new LinkedBlockingQueue<>();
  private final AtomicInteger waitingBytes = new AtomicInteger();
  private final LongAdder written = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder erased = new LongAdder();
  private final Map<String, ArchiveFile> open = new HashMap<>();
  private @Nullable LocalDate openDay;
  private Instant nextErasure = Instant.MIN;
  private Instant nextWarning = Instant.MIN;
  private volatile boolean closing;
  private final Thread writer;

  private PageArchive(Path folder, Collection<SiteFile> sites, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    sites.stream()
        .filter(site -> site.keepPages().isPositive())
        .forEach(site -> terms.put(site.id(), site.keepPages()));
    this.writer = Thread.ofPlatform().name("maraude-page-archive").daemon().unstarted(this::run);
  }

  /** Erases what is due and begins. */
  public static PageArchive start(Path folder, Collection<SiteFile> sites, Clock clock) {
    var archive = new PageArchive(folder, sites, clock);
    archive.writer.start();
    return archive;
  }

  @Override
  public void keep(SiteFile site, PageKind kind, Page page, int status, Headers headers) {
    var type = page.contentType() == null ? "" : page.contentType().toLowerCase(Locale.ROOT);
    boolean wanted = kind == PageKind.ROBOTS || type.contains("html");
    if (closing || !wanted || !terms.containsKey(site.id())) {
      return;
    }
    int length = page.body().length;
    if (waitingBytes.addAndGet(length) > MOST_WAITING_BYTES) {
      waitingBytes.addAndGet(-length);
      dropped.increment();
      return;
    }
    waiting.add(new Kept(site, page, status, headers));
  }

  public Counts counts() {
    return new Counts(written.sum(), dropped.sum(), failed.sum(), erased.sum());
  }

  private void run() {
    try {
      do {
        if (!clock.instant().isBefore(nextErasure)) {
          nextErasure = clock.instant().plus(ERASE_EVERY);
          erase();
        }
        var next = waiting.poll(200, TimeUnit.MILLISECONDS);
        if (next != null) {
          write(next);
          waitingBytes.addAndGet(-next.page().body().length);
        }
      } while (!closing || !waiting.isEmpty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closeFiles();
    }
  }

  private void write(Kept kept) {
    try {
      var day = kept.page().fetchedAt().atZone(ZoneOffset.UTC).toLocalDate();
      if (!day.equals(openDay)) {
        closeFiles();
        openDay = day;
      }
      var site = kept.site().id();
      var file = open.get(site);
      if (file == null) {
        file = ArchiveFile.open(folder.resolve(site).resolve(day + SUFFIX));
        open.put(site, file);
      }
      file.append(kept.page(), kept.status(), kept.headers());
      written.increment();
    } catch (IOException | RuntimeException e) {
      failed.increment();
      warn("pages are not kept; look for space and permissions in the archive's folder", e);
    }
  }

  private void warn(String what, Exception e) {
    var now = clock.instant();
    if (!now.isBefore(nextWarning)) {
      nextWarning = now.plus(WARN_EVERY);
      LOG.warn("{} ({} so far): {}", what, failed.sum(), e.toString());
    }
  }

  private void erase() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.walk(folder, 2)) {
      for (var file : files.filter(Files::isRegularFile).filter(this::isDue).toList()) {
        // What is written from now on goes into a new file, not into one that is gone.
        closeFiles();
        Files.delete(file);
        erased.increment();
      }
    } catch (IOException | RuntimeException e) {
      warn("archived pages could not be erased at the end of their term", e);
    }
  }

  private boolean isDue(Path file) {
    var name = file.getFileName().toString();
    if (!name.endsWith(SUFFIX)) {
      return false;
    }
    try {
      var day = LocalDate.parse(name.substring(0, name.length() - SUFFIX.length()));
      var site = folder.relativize(file).getName(0).toString();
      var term = terms.getOrDefault(site, SiteFile.LONGEST_KEEPING);
      var oldest = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      // An hour early, so that the hourly look is never late.
      return !clock.instant().isBefore(oldest.plus(term).minus(ERASE_EVERY));
    } catch (DateTimeException e) {
      return false;
    }
  }

  private void closeFiles() {
    for (var file : List.copyOf(open.values())) {
      try {
        file.close();
      } catch (IOException e) {
        warn("an archive's file could not be closed", e);
      }
    }
    open.clear();
  }

  /** Writes what is waiting, for two seconds at most. */
  @Override
  public void close() {
    closing = true;
    try {
      if (!writer.join(Duration.ofSeconds(2))) {
        writer.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
