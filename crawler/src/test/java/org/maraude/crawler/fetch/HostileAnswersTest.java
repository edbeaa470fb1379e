package org.maraude.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maraude.crawler.fetch.HostileSite.HEAD;
import static org.maraude.crawler.fetch.HostileSite.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maraude.crawler.testsite.RawSite;
import org.maraude.events.crawl.FetchOutcome;
import org.maraude.events.crawl.FetchResult;

/**
 * Answers made to cost time and memory: each ends by its name within generous bounds, and the next
 * site is served as if nothing had been.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileAnswersTest {

  private static final long MEBIBYTE = 1 << 20;
  private static final long MUCH_MEMORY = 64 * MEBIBYTE;

  /** 256 MiB of zeros, packed by Brotli into 203 bytes. */
  private static final String BROTLI_BOMB =
      "z///fwAkAOKxQHLv//n//w+ABEAcFoDu/T////8BkACIwwLQvf/n//8/ABIAcVgAuvf//P//"
          + "B0ACIA4LQPf+n////wBIAMRhAeje//P//x8ACYA4LADd+3/+//8DIAEQhwWge//P//9/ACQA"
          + "4rAAdO//+f//D4AEQBwWgO79P////wGQAIjDAtC9/+f//z8AEgBxWAC69//8//8HQAIgDgtA"
          + "9/6f////AEgAxGEB6N7/8///HwAJgDgsAN37//z//wcgARCHBaB7/w8=";

  private final HostileSite site = new HostileSite();

  @BeforeAll
  void warmUp() {
    site.theNextSiteIsServed();
  }

  @AfterEach
  void theNextSiteIsServed() {
    site.theNextSiteIsServed();
  }

  @AfterAll
  void stop() {
    site.close();
  }

  private FetchResult packed(String coding, byte[] body) {
    return site.ad(out -> {
      write(out, HEAD + "Content-Encoding: " + coding + "\r\n\r\n");
      out.write(body);
    });
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
        site.ad(out -> {
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
        site.ad(out -> {
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
        site.ad(out -> {
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
    var huge = site.raw().origin() + "/" + "a".repeat(1 << 20);
    var before = site.raw().requests().size();
    assertThat(site.ad(huge).outcome()).isEqualTo(FetchOutcome.URL_REFUSED);
    assertThat(site.raw().requests()).hasSize(before);
    var redirect =
        site.ad(out ->
            write(
                out,
                "HTTP/1.1 302 There\r\nLocation: /"
                    + "a".repeat(200_000)
                    + "\r\nContent-Length: 0\r\n\r\n"));
    assertThat(redirect.outcome()).isEqualTo(FetchOutcome.URL_REFUSED);
    var listing =
        site.listing(out ->
            write(
                out,
                HEAD
                    + "\r\n<article><a href='"
                    + huge
                    + "'>a</a></article><article><a href=/ad/1>b</a>"));
    assertThat(Objects.requireNonNull(listing.listing()).cards())
        .singleElement()
        .satisfies(card -> assertThat(card.url()).isEqualTo(site.raw().origin() + "/ad/1"));
  }

  @Test
  void whileOneSiteDripsAnotherIsServed() throws Exception {
    var over = new CountDownLatch(1);
    var begun = new CountDownLatch(1);
    var dripping = new CompletableFuture<FetchResult>();
    RawSite.Answer drops =
        out -> {
          write(out, HEAD + "\r\n");
          try {
            while (!over.await(10, TimeUnit.MILLISECONDS)) {
              write(out, "a");
              begun.countDown();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    Thread.ofVirtual().start(() -> dripping.complete(site.ad(drops)));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    site.theNextSiteIsServed();
    assertThat(dripping).isNotDone();
    over.countDown();
    assertThat(dripping.get(10, TimeUnit.SECONDS).outcome()).isEqualTo(FetchOutcome.INCOMPLETE);
  }
}
