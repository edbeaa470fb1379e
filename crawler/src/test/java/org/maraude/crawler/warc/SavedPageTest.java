package org.maraude.crawler.warc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.events.ads.ObservedAd;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.WarcWriter;

/** The forms in which programs keep an answer, and files that are damaged. */
class SavedPageTest {

  private static final String URL = "https://demo.example/ad/";
  private static final String HTML = "<h1>Un</h1><div class=body>Bonjour</div>";
  // Brotli of HTML; nothing here can write it.
  private static final String BROTLI =
      "8b13803c68313e556e3c2f68313e3c64697620636c6173733d626f64793e426f6e6a6f75723c2f6469763e03";
  private static final SiteFile SITE =
      SiteFileReader.parse(
          "demo.yaml",
          """
          id: demo
          approval: {by: a, on: 2026-11-01, basis: b}
          start: [https://demo.example/list]
          hosts: [demo.example]
          ad:
            url: /ad/
            localId: url:/ad/(\\w+)
            title: {select: h1, required: true}
            body: {select: .body, required: true}
          """);

  @TempDir Path folder;
  private final List<ObservedAd> ads = new ArrayList<>();

  private WarcImport.Summary read(Path file) {
    ads.clear();
    return WarcImport.ads(file, SITE, WarcImport.Progress.NONE, ads::add);
  }

  private List<String> ids() {
    return ads.stream().map(ObservedAd::adId).toList();
  }

  private static WarcResponse.Builder response(String id, byte[] body, String... headers)
      throws IOException {
    var http = new HttpResponse.Builder(200, "OK");
    boolean typed = Arrays.asList(headers).contains("Content-Type");
    for (int i = 0; i < headers.length; i += 2) {
      http.addHeader(headers[i], headers[i + 1]);
    }
    http.body(typed ? null : MediaType.HTML, body);
    return new WarcResponse.Builder(URL + id)
        .date(Instant.parse("2026-10-31T08:00:00Z"))
        .body(http.build());
  }

  private interface Packed {
    OutputStream over(OutputStream out) throws IOException;
  }

  private static byte[] packed(byte[] plain, Packed packing) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = packing.over(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static byte[] chunked(byte[] body) throws IOException {
    var out = new ByteArrayOutputStream();
    out.write((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  @Test
  void everyCodingAndEveryWayToKeepItIsRead() throws IOException {
    var html = HTML.getBytes(StandardCharsets.UTF_8);
    var gzip = packed(html, GZIPOutputStream::new);
    var bare = packed(html, out -> new DeflaterOutputStream(out, new Deflater(9, true)));
    var file = folder.resolve("a.warc.gz");
    try (var writer = new WarcWriter(file)) {
      writer.write(response("plain", html).build());
      writer.write(response("gzip", gzip, "Content-Encoding", "gzip").build());
      writer.write(
          response("zlib", packed(html, DeflaterOutputStream::new), "Content-Encoding", "deflate")
              .build());
      writer.write(response("deflate", bare, "Content-Encoding", "deflate").build());
      writer.write(
          response("br", HexFormat.of().parseHex(BROTLI), "Content-Encoding", "br").build());
      writer.write(response("chunked", chunked(html), "Transfer-Encoding", "chunked").build());
      writer.write(
          response(
                  "both", chunked(gzip), "Transfer-Encoding", "chunked", "Content-Encoding", "gzip")
              .build());
      writer.write(response("decoded", html, "Content-Encoding", "gzip").build());
      writer.write(response("unchunked", html, "Transfer-Encoding", "chunked").build());
      writer.write(
          response("crawl", html, "X-Crawl-Content-Encoding", "gzip")
              .identifiedPayloadType("text/html")
              .build());
      writer.write(
          response("vague", html, "Content-Type", "application/octet-stream")
              .identifiedPayloadType("text/html")
              .build());
    }
    var summary = read(file);
    assertThat(ids())
        .containsExactly(
            "demo:plain",
            "demo:gzip",
            "demo:zlib",
            "demo:deflate",
            "demo:br",
            "demo:chunked",
            "demo:both",
            "demo:decoded",
            "demo:unchunked",
            "demo:crawl",
            "demo:vague");
    assertThat(ads).allSatisfy(ad -> assertThat(ad.body()).isEqualTo("Bonjour"));
    assertThat(summary.unread()).isEmpty();
    assertThat(summary.damages()).isEmpty();
  }

  @Test
  void whatCannotBeAPageIsCountedOrNamed() throws IOException {
    var html = HTML.getBytes(StandardCharsets.UTF_8);
    var gzip = packed(html, GZIPOutputStream::new);
    var file = folder.resolve("a.warc.gz");
    try (var writer = new WarcWriter(file)) {
      writer.write(response("cut", html).truncated(WarcTruncationReason.LENGTH).build());
      writer.write(response("large", new byte[3 << 20]).build());
      writer.write(response("bad", Arrays.copyOf(gzip, 20), "Content-Encoding", "gzip").build());
      writer.write(response("odd", gzip, "Content-Encoding", "zstd").build());
      writer.write(response("image", html, "Content-Type", "image/png").build());
      writer.write(
          new WarcRevisit.Builder(URL + "same", WarcRevisit.SERVER_NOT_MODIFIED_1_1)
              .body(new HttpResponse.Builder(304, "Not Modified").build())
              .build());
      writer.write(
          new WarcMetadata.Builder()
              .body(MediaType.WARC_FIELDS, "a: b\r\n".getBytes(StandardCharsets.US_ASCII))
              .build());
    }
    var summary = read(file);
    assertThat(ads).isEmpty();
    assertThat(summary.records()).isEqualTo(7);
    assertThat(summary.revisits()).isEqualTo(1);
    assertThat(summary.unread().keySet())
        .containsExactly(
            "NOT_DECODED: gzip that is cut off or damaged",
            "NOT_DECODED: the coding 'zstd' is not known",
            "TOO_LARGE",
            "TRUNCATED when it was saved");
  }

  private static byte[] three(WarcCompression compression, List<Long> ends) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = new WarcWriter(Channels.newChannel(bytes), compression);
    for (int i = 1; i <= 3; i++) {
      var filler = Long.toString(i * 0x5DEECE66DL, 36).repeat(40);
      var body = (HTML + "<p>" + filler).getBytes(StandardCharsets.UTF_8);
      writer.write(response(Integer.toString(i), body).build());
      ends.add((long) bytes.size());
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "GZIP"})
  void aFileThatIsCutOffGivesWhatCameBefore(WarcCompression compression) throws IOException {
    var ends = new ArrayList<Long>();
    var whole = three(compression, ends);
    var file = Files.write(folder.resolve("a.warc"), Arrays.copyOf(whole, whole.length - 100));
    var summary = read(file);
    assertThat(ids()).containsExactly("demo:1", "demo:2");
    assertThat(summary.records()).isEqualTo(2);
    assertThat(summary.damages()).containsExactly(new WarcDamage(3, ends.get(1), "is cut off"));
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "GZIP"})
  void damageInTheMiddleCostsItsOwnRecord(WarcCompression compression) throws IOException {
    var ends = new ArrayList<Long>();
    var bytes = three(compression, ends);
    int second = Math.toIntExact(ends.get(0));
    Arrays.fill(bytes, second + 3, second + 40, (byte) 0);
    var summary = read(Files.write(folder.resolve("a.warc"), bytes));
    assertThat(ids()).containsExactly("demo:1", "demo:3");
    assertThat(summary.damages())
        .containsExactly(new WarcDamage(2, ends.get(0), "is no record, or damaged"));
  }

  @Test
  void aRecordThatIsNotWhatItsDigestSaysIsNotRead() throws IOException {
    var file = folder.resolve("a.warc");
    try (var writer = new WarcWriter(file)) {
      var html = HTML.getBytes(StandardCharsets.UTF_8);
      writer.write(response("1", html).blockDigest("sha1", "A".repeat(32)).build());
      writer.write(response("2", html).build());
    }
    var summary = read(file);
    assertThat(ids()).containsExactly("demo:2");
    assertThat(summary.damages())
        .containsExactly(new WarcDamage(1, 0, "is not what its digest says"));
  }
}
