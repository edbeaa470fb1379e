package org.maraude.crawler.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Supplier;
import okhttp3.Dns;
import org.maraude.crawler.testsite.RawSite;
import org.maraude.crawler.testsite.SmallSite;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;

/** A hostile site, the one that comes after it, and one fetcher for both. */
final class HostileSite implements AutoCloseable {

  static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

  private static final Duration GENEROUS = Duration.ofSeconds(15);

  private final RawSite hostile = RawSite.start();
  private final SmallSite next = SmallSite.start(3);
  private final Asking asking = new Asking(Duration.ofSeconds(20), Dns.SYSTEM);

  RawSite raw() {
    return hostile;
  }

  void theNextSiteIsServed() {
    assertThat(asking.ad(next.file("next", "0ms", ""), next.origin() + "/ad/1").outcome())
        .isEqualTo(FetchOutcome.CONTENT);
  }

  /** Asks for an ad that is answered so, within a generous time. */
  FetchResult ad(RawSite.Answer answer) {
    hostile.answer("/ad/1", answer);
    return ad(hostile.origin() + "/ad/1");
  }

  FetchResult ad(String url) {
    return bounded(() -> asking.ad(hostile.file(5), url));
  }

  /** Asks for a listing that is answered so, within a generous time. */
  FetchResult listing(RawSite.Answer answer) {
    hostile.answer("/list", answer);
    return bounded(() -> asking.listing(hostile.file(5), hostile.origin() + "/list"));
  }

  private static FetchResult bounded(Supplier<FetchResult> request) {
    var start = System.nanoTime();
    var result = request.get();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(GENEROUS);
    return result;
  }

  static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(ISO_8859_1));
  }

  @Override
  public void close() {
    asking.close();
    hostile.close();
    next.close();
  }
}
