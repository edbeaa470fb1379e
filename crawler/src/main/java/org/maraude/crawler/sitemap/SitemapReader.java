package org.maraude.crawler.sitemap;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.Namespace;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.urls.CanonicalUrl;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.SitemapPage;
import org.xml.sax.InputSource;

/** Reads one sitemap from its bytes. Nothing is fetched, no entity resolved. Thread safe. */
public final class SitemapReader {

  /** Bytes of a sitemap, decoded (sitemaps.org). */
  public static final long LARGEST = 50L << 20;

  static final int MOST_LINKS = 5_000;
  private static final int MOST_PARTS = 500;
  private static final int MOST_CHARACTERS = 500_000;
  private static final int ALIKE = 10;
  private static final Pattern MEDIA =
      Pattern.compile("(?i)\\.(jpe?g|png|gif|webp|avif|svg|bmp|mp[34]|webm|mov|avi|m4[av])(\\?|$)");
  private static final Comparator<SitemapPage.Link> NEWEST_FIRST =
      Comparator.comparing(
          SitemapPage.Link::lastModified, Comparator.nullsLast(Comparator.reverseOrder()));

  private SitemapReader() {}

  /** The library's parser on a stream; its own ways in want the whole in memory, or fetch it. */
  private static final class Streamed extends SiteMapParser {
    Streamed() {
      super(false, true);
      // Else the address of a page's picture would be taken for that of a page.
      setStrictNamespace(true);
      addAcceptedNamespace(Namespace.SITEMAP);
      addAcceptedNamespace(Namespace.SITEMAP_LEGACY);
      addAcceptedNamespace(Namespace.EMPTY);
    }

    AbstractSiteMap read(URL url, InputStream xml) throws UnknownFormatException {
      return processXml(url, new InputSource(xml));
    }
  }

  /**
   * Reads a sitemap or an index.
   *
   * @param body as it came, gzip or not; read to its end or to {@link #LARGEST}
   * @throws SitemapException with {@link FetchOutcome#TOO_LARGE} or {@link
   *     FetchOutcome#UNDECODABLE}
   * @throws IOException when the body ends early
   */
  public static SitemapPage read(SiteFile site, String url, InputStream body)
      throws SitemapException, IOException {
    var counted = new CountedStream(unzipped(body), LARGEST);
    try {
      var read = new Streamed().read(URI.create(url).toURL(), new BufferedInputStream(counted));
      return switch (read) {
        case SiteMapIndex index -> new SitemapPage(List.of(), parts(site, index));
        case SiteMap map -> new SitemapPage(pages(site, map), List.of());
        default -> throw new SitemapException(FetchOutcome.UNDECODABLE, new IOException("format"));
      };
    } catch (UnknownFormatException e) {
      throw new SitemapException(outcome(e), e);
    } catch (MalformedURLException e) {
      throw new SitemapException(FetchOutcome.OUT_OF_SCOPE, e);
    }
  }

  private static FetchOutcome outcome(Exception failure) throws IOException {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CountedStream.TooLargeException) {
        return FetchOutcome.TOO_LARGE;
      }
      if (cause instanceof java.io.InterruptedIOException late) {
        throw late;
      }
    }
    return FetchOutcome.UNDECODABLE;
  }

  private static InputStream unzipped(InputStream body) throws IOException {
    var buffered = new BufferedInputStream(body);
    buffered.mark(2);
    boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    return gzip ? new GZIPInputStream(buffered) : buffered;
  }

  private static List<SitemapPage.Link> parts(SiteFile site, SiteMapIndex index) {
    var links = new ArrayList<SitemapPage.Link>();
    for (var part : index.getSitemaps()) {
      CanonicalUrl.of(part.getUrl().toString())
          .filter(site::covers)
          .ifPresent(url -> links.add(new SitemapPage.Link(url, instant(part.getLastModified()))));
    }
    return newest(links, MOST_PARTS);
  }

  /** Where the site file says what an ad's URL looks like, only such are kept. */
  private static List<SitemapPage.Link> pages(SiteFile site, SiteMap map) {
    var pattern = site.ad().url();
    var links = new ArrayList<SitemapPage.Link>();
    for (var entry : map.getSiteMapUrls()) {
      CanonicalUrl.of(entry.getUrl().toString())
          .filter(site::covers)
          .filter(url -> pattern == null || pattern.matcher(url).find())
          .filter(url -> !MEDIA.matcher(url).find())
          .ifPresent(url -> links.add(new SitemapPage.Link(url, instant(entry.getLastModified()))));
    }
    return newest(saysSomething(links), MOST_LINKS);
  }

  /** One time for all is when the file was written; it says nothing of any page. */
  private static List<SitemapPage.Link> saysSomething(List<SitemapPage.Link> links) {
    long times = links.stream().map(SitemapPage.Link::lastModified).distinct().count();
    return links.size() < ALIKE || times > 1
        ? links
        : links.stream().map(link -> new SitemapPage.Link(link.url(), null)).toList();
  }

  private static List<SitemapPage.Link> newest(List<SitemapPage.Link> links, int most) {
    var kept = new ArrayList<SitemapPage.Link>();
    var urls = new HashSet<String>();
    int characters = 0;
    for (var link : links.stream().sorted(NEWEST_FIRST).toList()) {
      characters += link.url().length() + 60;
      if (kept.size() == most || characters > MOST_CHARACTERS) {
        break;
      }
      if (urls.add(link.url())) {
        kept.add(link);
      }
    }
    return kept;
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
