package org.maraude.crawler.warc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.events.ads.ObservedAd;

class WarcImportTest {

  private static final SiteFile SITE =
      SiteFileReader.parse(
          "demo.yaml",
          """
          id: demo
          approval: {by: a, on: 2026-11-01, basis: b}
          start: [https://demo.example/list]
          hosts: [demo.example]
          listing: {card: .ad, link: a@href}
          ad:
            localId: url:/ad/(\\d+)
            title: {select: h1, required: true}
            body: {select: .body, required: true}
          """);

  @TempDir Path folder;

  private static byte[] record(String version, String target, String headers, byte[] body)
      throws IOException {
    var http =
        ("HTTP/1.1 200 OK\r\nContent-Type: " + headers + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    var head =
        """
        WARC/%s\r
        WARC-Type: response\r
        WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-%012d>\r
        WARC-Target-URI: %s\r
        WARC-Date: 2026-10-31T08:00:00Z\r
        Content-Type: application/http;msgtype=response\r
        Content-Length: %d\r
        \r
        """
            .formatted(version, target.length(), target, http.length + body.length);
    var record = new ByteArrayOutputStream();
    record.write(head.getBytes(StandardCharsets.US_ASCII));
    record.write(http);
    record.write(body);
    record.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return record.toByteArray();
  }

  private static List<byte[]> records(String version, boolean angles) throws IOException {
    var list = "<div class=ad><a href=/ad/1>Un</a></div><div class=ad><a href=/ad/2>Deux</a></div>";
    var ad = "<h1>Été</h1><div class=body>Bonjour</div>";
    return List.of(
        record(version, url("/list", angles), "text/html", list.getBytes(StandardCharsets.UTF_8)),
        record(
            version,
            url("/ad/1", angles),
            "text/html; charset=windows-1252",
            ad.getBytes(Charset.forName("windows-1252"))),
        record(
            version,
            url("/ad/2", angles),
            "text/html",
            "<h1>x</h1>".getBytes(StandardCharsets.UTF_8)),
        record(version, url("/about/3", angles), "text/html", ad.getBytes(StandardCharsets.UTF_8)),
        record(version, url("/a.jpg", angles), "image/jpeg", new byte[] {1, 2}));
  }

  private static String url(String path, boolean angles) {
    return angles ? "<https://demo.example" + path + ">" : "https://demo.example" + path;
  }

  private Path file(String name, List<byte[]> records, boolean gzip) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (var record : records) {
      if (gzip) {
        try (var packed = new GZIPOutputStream(bytes)) {
          packed.write(record);
        }
      } else {
        bytes.write(record);
      }
    }
    return Files.write(folder.resolve(name), bytes.toByteArray());
  }

  @ParameterizedTest
  @CsvSource({"1.0, true, true", "1.0, false, true", "1.1, false, true", "1.1, false, false"})
  void theAdsThatAListingLinksToComeOut(String version, boolean angles, boolean gzip)
      throws IOException {
    var ads = new ArrayList<ObservedAd>();
    var summary =
        WarcImport.ads(
            file("a.warc.gz", records(version, angles), gzip),
            SITE,
            WarcImport.Progress.NONE,
            ads::add);
    assertThat(ads)
        .singleElement()
        .satisfies(ad -> {
          assertThat(ad.adId()).isEqualTo("demo:1");
          assertThat(ad.title()).isEqualTo("Été");
          assertThat(ad.observedAt()).isEqualTo("2026-10-31T08:00:00Z");
        });
    assertThat(summary.pages()).isEqualTo(4);
    assertThat(summary.unread()).containsEntry("INCOMPLETE without [body]", 1L);
  }

  @Test
  void aFileThatIsNoneIsSaidInOneLine() throws IOException {
    var noWarc = Files.writeString(folder.resolve("a.warc"), "hello\r\n\r\nworld");
    assertThatThrownBy(() -> WarcImport.ads(noWarc, SITE, WarcImport.Progress.NONE, ad -> {}))
        .isInstanceOf(WarcImportException.class)
        .hasMessageStartingWith("a.warc: at byte 0: ");
    assertThatThrownBy(
            () -> WarcImport.ads(folder.resolve("none"), SITE, WarcImport.Progress.NONE, ad -> {}))
        .hasMessage("none: at byte 0: no such file; check the path");
  }
}
