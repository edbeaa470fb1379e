package org.maraude.crawler.warc;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.maraude.crawler.extract.Page;
import org.maraude.crawler.fetch.Limits;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.urls.CanonicalUrl;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResponse;

/** The HTML pages of a WARC that a site file covers. */
final class WarcPages {

  private WarcPages() {}

  static void each(Path file, SiteFile site, Consumer<Page> pages) {
    long position = 0;
    try (var reader = new WarcReader(file)) {
      reader.setLenient(true);
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        position = reader.position();
        if (next.get() instanceof WarcResponse response) {
          page(response, site, pages);
        }
      }
    } catch (NoSuchFileException e) {
      throw new WarcImportException(file, 0, "no such file; check the path", e);
    } catch (ParsingException e) {
      throw new WarcImportException(
          file, position, "is no WARC, or damaged here; make it again", e);
    } catch (IOException e) {
      throw new WarcImportException(file, position, "cannot be read further; make it again", e);
    }
  }

  private static void page(WarcResponse response, SiteFile site, Consumer<Page> pages)
      throws IOException {
    // wget of old writes <http://...>.
    var target = response.target().replaceAll("^<|>$", "");
    var url = CanonicalUrl.of(target).filter(site::covers);
    if (url.isEmpty() || !response.contentType().base().toString().equals("application/http")) {
      return;
    }
    var http = response.http();
    var type = http.headers().first("Content-Type").orElse("");
    if (http.status() != 200 || !type.toLowerCase(java.util.Locale.ROOT).contains("html")) {
      return;
    }
    var body = body(http);
    if (body.length <= Limits.USUAL.page()) {
      pages.accept(new Page(url.get(), body, type, response.date()));
    }
  }

  private static byte[] body(HttpResponse http) throws IOException {
    try (var stream = http.bodyDecoded().stream()) {
      return stream.readNBytes(Limits.USUAL.page() + 1);
    }
  }
}
