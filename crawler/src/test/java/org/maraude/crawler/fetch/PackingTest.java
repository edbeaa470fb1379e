package org.maraude.crawler.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maraude.crawler.testsite.RawSite;
import org.maraude.events.crawl.FetchOutcome;

class PackingTest {

  private static final String AD =
      "<h1>Annonce</h1><div data-id=1 class=body>Bonjour, tel 06 39 98 00 01</div>";

  /** The same, packed by Brotli. */
  private static final byte[] BROTLI =
      Base64.getDecoder()
          .decode(
              "DyWAPGgxPkFubm9uY2U8L2gxPjxkaXYgZGF0YS1pZD0xIGNsYXNzPWJvZHk+Qm9uam91ciwgdGVsIDA2IDM5"
                  + "IDk4IDAwIDAxPC9kaXY+Aw==");

  private final RawSite server = RawSite.start();
  private final Asking asking = new Asking();

  @AfterEach
  void stop() {
    asking.close();
    server.close();
  }

  private static byte[] gzip(byte[] body) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    }
    return packed.toByteArray();
  }

  private static byte[] deflate(boolean bare) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var deflate =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION, bare))) {
      deflate.write(AD.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }

  private static byte[] packed(String how) throws IOException {
    return switch (how) {
      case "gzip" -> gzip(AD.getBytes(UTF_8));
      case "gzip in two members" -> {
        var members = new ByteArrayOutputStream();
        members.write(gzip(AD.substring(0, 30).getBytes(UTF_8)));
        members.write(gzip(AD.substring(30).getBytes(UTF_8)));
        yield members.toByteArray();
      }
      case "zlib" -> deflate(false);
      case "bare deflate" -> deflate(true);
      case "brotli" -> BROTLI;
      default -> throw new IllegalArgumentException(how);
    };
  }

  private FetchOutcome fetch(String coding, byte[] body) {
    server.answer(
        "/ad/1",
        out -> {
          var head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: ";
          out.write((head + coding + "\r\n\r\n").getBytes(US_ASCII));
          out.write(body);
        });
    return asking.ad(server.file(5), server.origin() + "/ad/1").outcome();
  }

  @ParameterizedTest
  @CsvSource({
    "gzip, gzip",
    "GZIP, gzip",
    "x-gzip, gzip",
    "'gzip, identity', gzip",
    "gzip, gzip in two members",
    "deflate, zlib",
    "deflate, bare deflate",
    "br, brotli",
  })
  void aPackedPageIsRead(String coding, String how) throws IOException {
    assertThat(fetch(coding, packed(how))).isEqualTo(FetchOutcome.CONTENT);
    assertThat(server.requests())
        .singleElement()
        .satisfies(head -> assertThat(head).contains("Accept-Encoding: gzip, deflate, br\r\n"));
  }

  @ParameterizedTest
  @CsvSource({"gzip, gzip", "deflate, zlib", "deflate, bare deflate", "br, brotli"})
  void aPackedPageWithoutItsEndIsCorrupt(String coding, String how) throws IOException {
    var whole = packed(how);
    for (int length : new int[] {1, 5, whole.length / 2, whole.length - 1}) {
      assertThat(fetch(coding, Arrays.copyOf(whole, length)))
          .as("%s, %d of %d bytes", how, length, whole.length)
          .isEqualTo(FetchOutcome.CORRUPT);
    }
  }

  @Test
  void aPackedPageWhoseBytesWereChangedIsCorrupt() throws IOException {
    var changed = packed("gzip");
    changed[changed.length - 5] ^= 1; // the checksum
    assertThat(fetch("gzip", changed)).isEqualTo(FetchOutcome.CORRUPT);
  }

  @Test
  void theLimitHoldsWhileUnpacking() throws RefusedBody, IOException {
    var body = new byte[1000];
    var packed = gzip(body);
    assertThat(Packing.of(List.of("gzip")).unpack(packed, 1000)).isEqualTo(body);
    assertThatThrownBy(() -> Packing.GZIP.unpack(packed, 999))
        .isInstanceOfSatisfying(
            RefusedBody.class,
            refused -> assertThat(refused.outcome()).isEqualTo(FetchOutcome.TOO_LARGE));
  }

  @ParameterizedTest
  @CsvSource({"zstd", "compress", "'gzip, gzip'", "'br, gzip'", "gzip;q=1", "g zip"})
  void anotherPackingIsNamed(@Nullable String coding) {
    assertThatThrownBy(() -> Packing.of(List.of(String.valueOf(coding))))
        .isInstanceOfSatisfying(
            RefusedBody.class,
            refused -> assertThat(refused.outcome()).isEqualTo(FetchOutcome.UNKNOWN_ENCODING));
  }
}
