package org.maraude.crawler.warc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.maraude.crawler.extract.Page;
import org.maraude.crawler.fetch.Limits;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.urls.CanonicalUrl;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.LengthedBody;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTruncationReason;

/**
 * What a response record holds. Some programs keep the answer as it came, chunked and compressed;
 * others, Common Crawl among them, decode it and leave the headers as they were. Both are read.
 */
sealed interface SavedPage {

  /** An HTML page of the site. */
  record Html(Page page) implements SavedPage {}

  /** A page of the site that cannot be read, and why. */
  record Unreadable(String url, String reason) implements SavedPage {}

  /** Of another site, no HTML, or no answer with a page. */
  record Other() implements SavedPage {}

  /** A block with headers and some loss by chunks is never longer for a page that is read. */
  int LARGEST_BLOCK = Limits.USUAL.page() + (Limits.USUAL.page() >> 2);

  Set<String> CODINGS = Set.of("gzip", "x-gzip", "deflate", "br");

  /**
   * Reads a record.
   *
   * @throws IOException when its bytes cannot be read from the file
   */
  static SavedPage of(WarcResponse record, SiteFile site) throws IOException {
    // wget of old writes <http://...>.
    var target = record.target().replaceAll("^<|>$", "");
    var url = CanonicalUrl.of(target).filter(site::covers);
    if (url.isEmpty() || !record.contentType().base().toString().equals("application/http")) {
      return new Other();
    }
    var block = record.body().stream().readNBytes(LARGEST_BLOCK + 1);
    var http = HttpResponse.parse(channel(block));
    var type = type(http, record);
    if (http.status() != 200 || !type.toLowerCase(Locale.ROOT).contains("html")) {
      return new Other();
    }
    if (record.truncated() != WarcTruncationReason.NOT_TRUNCATED) {
      return new Unreadable(url.get(), "TRUNCATED when it was saved");
    }
    try {
      var body = decoded(http, unchunked(http, block));
      return body.length > Limits.USUAL.page() || block.length > LARGEST_BLOCK
          ? new Unreadable(url.get(), "TOO_LARGE")
          : new Html(new Page(url.get(), body, type, record.date()));
    } catch (IOException e) {
      return new Unreadable(url.get(), "NOT_DECODED: " + e.getMessage());
    }
  }

  /** The header's, unless it says nothing and the archive found out. */
  private static String type(HttpResponse http, WarcResponse record) {
    var type = http.headers().first("Content-Type").orElse("");
    boolean vague = type.isBlank() || type.startsWith("application/octet-stream");
    return vague ? record.identifiedPayloadType().map(MediaType::toString).orElse(type) : type;
  }

  private static LengthedBody channel(byte[] block) {
    var channel = Channels.newChannel(new ByteArrayInputStream(block));
    return LengthedBody.create(channel, ByteBuffer.allocate(8192).flip(), block.length);
  }

  /** Without regard to Content-Length, which may be that of another form. */
  private static byte[] unchunked(HttpResponse http, byte[] block) throws IOException {
    if (http.headers().contains("Transfer-Encoding", "chunked")) {
      try {
        return http.body().stream().readNBytes(LARGEST_BLOCK);
      } catch (IOException e) {
        // Kept decoded, or broken off: what stands there is all there is.
      }
    }
    int body = bodyOf(block);
    return body < 0 ? new byte[0] : Arrays.copyOfRange(block, body, block.length);
  }

  private static int bodyOf(byte[] block) {
    for (int i = 0; i + 1 < block.length; i++) {
      if (block[i] == '\n' && block[i + 1] == '\n') {
        return i + 2;
      }
      if (i + 3 < block.length
          && block[i] == '\r'
          && block[i + 1] == '\n'
          && block[i + 2] == '\r'
          && block[i + 3] == '\n') {
        return i + 4;
      }
    }
    return -1;
  }

  private static byte[] decoded(HttpResponse http, byte[] body) throws IOException {
    var decoded = body;
    var codings = String.join(",", http.headers().all("Content-Encoding")).toLowerCase(Locale.ROOT);
    for (var coding : List.of(codings.split("\\s*,\\s*")).reversed()) {
      decoded = decoded(coding.strip(), decoded);
    }
    return decoded;
  }

  private static byte[] decoded(String coding, byte[] body) throws IOException {
    if (coding.isEmpty() || coding.equals("identity") || beginsLikeText(body)) {
      return body;
    }
    if (!CODINGS.contains(coding)) {
      throw new IOException("the coding '%s' is not known".formatted(coding));
    }
    try (var stream = stream(coding, new ByteArrayInputStream(body), body)) {
      return stream.readNBytes(Limits.USUAL.page() + 1);
    } catch (IOException | IllegalStateException e) {
      throw new IOException(coding + " that is cut off or damaged", e);
    }
  }

  /** No compressed stream of a page begins with a bracket behind white space. */
  private static boolean beginsLikeText(byte[] body) {
    int start = 0;
    while (start < body.length && Character.isWhitespace(body[start])) {
      start++;
    }
    return start < body.length && body[start] == '<';
  }

  private static InputStream stream(String coding, InputStream in, byte[] body) throws IOException {
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(in);
      // RFC 9110 means zlib; some servers send the bare stream.
      case "deflate" ->
          new InflaterInputStream(in, new Inflater(body.length > 0 && body[0] != 0x78));
      default -> new BrotliInputStream(in);
    };
  }
}
