package org.maraude.crawler.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.Response;
import org.maraude.events.crawl.FetchOutcome;

/** The body of an answer, whole, unpacked, and no longer than a limit at any moment. */
final class Body {

  /** What packing may add to bytes that cannot be packed. */
  private static final int PACKING = 64 << 10;

  private Body() {}

  /**
   * Reads it to its end.
   *
   * @param limit bytes, unpacked
   * @throws RefusedBody with the outcome that says why it is not read
   * @throws IOException if the connection fails or the answer breaks off
   */
  static byte[] read(Response response, int limit) throws IOException {
    checkFraming(response);
    var packing = Packing.of(response.headers("Content-Encoding"));
    int most = packing == Packing.NONE ? limit : limit + PACKING;
    if (response.body().contentLength() > most) {
      throw new RefusedBody(FetchOutcome.TOO_LARGE);
    }
    var source = response.body().source();
    if (source.request(most + 1L)) {
      throw new RefusedBody(FetchOutcome.TOO_LARGE);
    }
    return packing.unpack(source.readByteArray(), limit);
  }

  /**
   * Opens it, unpacked; whoever reads counts.
   *
   * @throws RefusedBody with the outcome that says why it is not read
   */
  static InputStream open(Response response) throws IOException {
    checkFraming(response);
    var packing = Packing.of(response.headers("Content-Encoding"));
    return packing.open(new BufferedInputStream(response.body().byteStream()));
  }

  /** What the client would read as a body without a length (RFC 9112, 6.3). */
  private static void checkFraming(Response response) throws RefusedBody {
    for (var coding : response.headers("Transfer-Encoding")) {
      if (!coding.strip().equalsIgnoreCase("chunked")) {
        throw new RefusedBody(FetchOutcome.UNKNOWN_ENCODING);
      }
    }
    var lengths =
        response.headers("Content-Length").stream().map(String::strip).distinct().toList();
    if (lengths.size() > 1 || lengths.stream().anyMatch(length -> !length.matches("\\d{1,18}"))) {
      throw new RefusedBody(FetchOutcome.MALFORMED);
    }
  }
}
