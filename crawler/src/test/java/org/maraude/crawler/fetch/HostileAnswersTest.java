package org.maraude.crawler.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maraude.crawler.testsite.RawSite;
import org.maraude.crawler.testsite.SmallSite;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;

/**
 * Answers made to cost time and memory: each ends by its name within generous bounds, and the next
 * site is served as if nothing had been.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileAnswersTest {

  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  private static final Duration GENEROUS = Duration.ofSeconds(8);
  private static final long MEBIBYTE = 1 << 20;
  private static final long MUCH_MEMORY = 64 * MEBIBYTE;

  /** 256 MiB of zeros, packed by Brotli into 203 bytes. */
  private static final String BROTLI_BOMB =
      "z///fwAkAOKxQHLv//n//w+ABEAcFoDu/T////8BkACIwwLQvf/n//8/ABIAcVgAuvf//P//"
          + "B0ACIA4LQPf+n////wBIAMRhAeje//P//x8ACYA4LADd+3/+//8DIAEQhwWge//P//9/ACQA"
          + "4rAAdO//+f//D4AEQBwWgO79P////wGQAIjDAtC9/+f//z8AEgBxWAC69//8//8HQAIgDgtA"
          + "9/6f////AEgAxGEB6N7/8///HwAJgDgsAN37//z//wcgARCHBaB7/w8=";

  private final RawSite hostile = RawSite.start();
  private final SmallSite next = SmallSite.start(3);
  private final Asking asking = new Asking(Duration.ofSeconds(20), Dns.SYSTEM);

  @BeforeAll
  void warmUp() {
    theNextSiteIsServed();
  }

  @AfterEach
  void theNextSiteIsServed() {
    assertThat(asking.ad(next.file("next", "0ms", ""), next.origin() + "/ad/1").outcome())
        .isEqualTo(FetchOutcome.CONTENT);
  }

  @AfterAll
  void stop() {
    asking.close();
    hostile.close();
    next.close();
  }

  private FetchResult ad(RawSite.Answer answer) {
    hostile.answer("/ad/1", answer);
    return bounded(() -> asking.ad(hostile.file(5), hostile.origin() + "/ad/1"));
  }

  private FetchResult packed(String coding, byte[] body) {
    return ad(out -> {
      write(out, HEAD + "Content-Encoding: " + coding + "\r\n\r\n");
      out.write(body);
    });
  }

  private static FetchResult bounded(Supplier<FetchResult> request) {
    var start = System.nanoTime();
    var result = request.get();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(GENEROUS);
    return result;
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(ISO_8859_1));
  }

  private static long allocated() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }

  @Test
  void aGigabyteOfZerosInAMegabyteOfGzipIsTooLarge() throws IOException {
    var packed = new ByteArrayOutputStream();
    var member = gzip(new byte[16 << 20]);
    for (int i = 0; i < 64; i++) {
      packed.write(member);
    }
    assertThat(packed.size()).isLessThan(2 << 20);
    var before = allocated();
    assertThat(packed("gzip", packed.toByteArray()).outcome()).isEqualTo(FetchOutcome.TOO_LARGE);
    assertThat(allocated() - before).isLessThan(MUCH_MEMORY);
  }

  @Test
  void aQuarterOfAGigabyteInAFewBytesOfBrotliIsTooLarge() {
    var bomb = Base64.getDecoder().decode(BROTLI_BOMB);
    assertThat(bomb.length).isLessThan(1000);
    var before = allocated();
    assertThat(packed("br", bomb).outcome()).isEqualTo(FetchOutcome.TOO_LARGE);
    assertThat(allocated() - before).isLessThan(MUCH_MEMORY);
  }

  @Test
  void packedNothingWithoutEndIsTooLarge() throws IOException {
    var nothing = gzip(new byte[0]);
    var result =
        ad(out -> {
          write(out, HEAD + "Content-Encoding: gzip\r\n\r\n");
          for (int i = 0; i < 5_000_000; i++) {
            out.write(nothing);
          }
        });
    assertThat(result.outcome()).isEqualTo(FetchOutcome.TOO_LARGE);
  }

  private static byte[] gzip(byte[] body) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    }
    return packed.toByteArray();
  }

  @Test
  void aPageOfAHundredMegabytesIsLeftEarly() {
    var sent = new AtomicLong();
    var before = allocated();
    var result =
        ad(out -> {
          write(out, HEAD + "\r\n");
          var part = new byte[1 << 16];
          for (int i = 0; i < 1600; i++) {
            out.write(part);
            sent.addAndGet(part.length);
          }
        });
    assertThat(result.outcome()).isEqualTo(FetchOutcome.TOO_LARGE);
    assertThat(allocated() - before).isLessThan(MUCH_MEMORY);
    // What the two ends of a connection hold is some megabytes at most.
    assertThat(sent.get()).isLessThan(32 * MEBIBYTE);
  }

  @Test
  void aHeadWithoutEndIsLeftEarly() {
    var before = allocated();
    var result =
        ad(out -> {
          write(out, HEAD);
          var line = "X: " + "a".repeat(8000) + "\r\n";
          for (int i = 0; i < 10_000; i++) {
            write(out, line);
          }
        });
    assertThat(result.outcome()).isEqualTo(FetchOutcome.CONNECTION_FAILED);
    assertThat(allocated() - before).isLessThan(MUCH_MEMORY);
  }

  @Test
  void aUrlOfAMegabyteIsRefusedWhereverItStands() {
    var huge = hostile.origin() + "/" + "a".repeat(1 << 20);
    var before = hostile.requests().size();
    assertThat(bounded(() -> asking.ad(hostile.file(5), huge)).outcome())
        .isEqualTo(FetchOutcome.URL_REFUSED);
    assertThat(hostile.requests()).hasSize(before);
    var redirect =
        ad(out ->
            write(
                out,
                "HTTP/1.1 302 There\r\nLocation: /"
                    + "a".repeat(200_000)
                    + "\r\nContent-Length: 0\r\n\r\n"));
    assertThat(redirect.outcome()).isEqualTo(FetchOutcome.URL_REFUSED);
    hostile.answer(
        "/list",
        HEAD + "\r\n<article><a href='" + huge + "'>a</a></article><article><a href=/ad/1>b</a>");
    var listing = bounded(() -> asking.listing(hostile.file(5), hostile.origin() + "/list"));
    assertThat(Objects.requireNonNull(listing.listing()).cards())
        .singleElement()
        .satisfies(card -> assertThat(card.url()).isEqualTo(hostile.origin() + "/ad/1"));
  }

  private record HostilePage(String name, String html) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<HostilePage> pages() {
    var ad = "<h1>A</h1><div class=body data-id=1>B</div>";
    var open = "<h1>A</h1><p class=body data-id=1>";
    int most = 2_000_000;
    return Stream.of(
        new HostilePage("ten thousand levels", "<div>".repeat(10_000) + ad),
        new HostilePage("as many levels as fit", "<div>".repeat(most / 5)),
        new HostilePage("letters that are never closed", "<b><i><p>".repeat(most / 20)),
        new HostilePage("links in each other", "<a href=/ad/1><div>".repeat(most / 20)),
        new HostilePage("a hundred thousand attributes", "<p" + attributes(100_000) + ">" + ad),
        new HostilePage("a title that fills the page", "<title>" + "are you ".repeat(most / 8)),
        new HostilePage("a word that fills the page", open + "a".repeat(most)),
        new HostilePage("blanks that fill the page", open + " \n".repeat(most / 2)),
        new HostilePage("entities that fill the page", open + "&amp;".repeat(most / 5)),
        new HostilePage("lists of JSON in each other", json("[".repeat(most))),
        new HostilePage("objects of JSON in each other", json("{\"@graph\":".repeat(most / 10))),
        new HostilePage("closed lists of JSON", json("[".repeat(9_000) + "]".repeat(9_000))),
        new HostilePage("a number of JSON", json("{\"price\":" + "9".repeat(most) + "}")));
  }

  private static String attributes(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(" a").append(i).append("=1");
    }
    return text.toString();
  }

  private static String json(String text) {
    return "<script type=application/ld+json>"
        + text
        + "</script><h1>A</h1><p class=body data-id=1>B";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void aPageMadeToBeHardToReadIsReadOrNamedInTime(HostilePage page) {
    hostile.answer("/ad/1", HEAD + "\r\n" + page.html());
    var ad = bounded(() -> asking.ad(hostile.file(5), hostile.origin() + "/ad/1"));
    assertThat(ad.outcome())
        .isIn(
            FetchOutcome.CONTENT,
            FetchOutcome.TOO_LARGE,
            FetchOutcome.WALL,
            FetchOutcome.INCOMPLETE);
  }

  @Test
  void aHundredThousandLinksAreAListingOfBoundedLength() {
    var html = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      html.append("<article><a href=").append(i).append("></a></article>");
    }
    hostile.answer(
        "/list",
        out -> {
          write(out, HEAD + "Content-Encoding: gzip\r\n\r\n");
          out.write(gzip(html.toString().getBytes(ISO_8859_1)));
        });
    var all = bounded(() -> asking.listing(hostile.file(5), hostile.origin() + "/list"));
    assertThat(all.outcome()).isEqualTo(FetchOutcome.TOO_LARGE);
    hostile.answer("/list", HEAD + "\r\n" + html.substring(0, 2_000_000));
    var most = bounded(() -> asking.listing(hostile.file(5), hostile.origin() + "/list"));
    assertThat(most.outcome()).isEqualTo(FetchOutcome.CONTENT);
    assertThat(Objects.requireNonNull(most.listing()).cards()).hasSizeLessThanOrEqualTo(1000);
  }

  @Test
  void whileOneSiteDripsAnotherIsServed() throws Exception {
    var over = new CountDownLatch(1);
    var begun = new CountDownLatch(1);
    hostile.answer(
        "/ad/1",
        out -> {
          write(out, HEAD + "\r\n");
          try {
            while (!over.await(10, TimeUnit.MILLISECONDS)) {
              out.write('a');
              out.flush();
              begun.countDown();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    var site = hostile.file(5);
    var dripping = new CompletableFuture<FetchResult>();
    Thread.ofVirtual().start(() -> dripping.complete(asking.ad(site, hostile.origin() + "/ad/1")));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    theNextSiteIsServed();
    assertThat(dripping).isNotDone();
    over.countDown();
    assertThat(dripping.get(10, TimeUnit.SECONDS).outcome()).isEqualTo(FetchOutcome.INCOMPLETE);
  }
}
