package org.maraude.crawler.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.maraude.events.crawl.FetchOutcome;

/** How a body is packed (Content-Encoding, RFC 9110, 8.4). Bytes are counted as they come out. */
enum Packing {
  NONE {
    @Override
    InputStream open(InputStream packed) {
      return packed;
    }
  },
  GZIP {
    @Override
    InputStream open(InputStream packed) throws IOException {
      return new GZIPInputStream(packed, BUFFER);
    }
  },
  DEFLATE {
    @Override
    InputStream open(InputStream packed) throws IOException {
      return new InflaterInputStream(packed, new Inflater(!zlib(packed)), BUFFER);
    }

    @Override
    byte[] unpackWith(InputStream packed, int limit) throws IOException {
      // "deflate" means zlib's format (RFC 9110, 8.4.1.2), but some servers send the bare one.
      var inflater = new Inflater(!zlib(packed));
      try (var unpacked = new InflaterInputStream(packed, inflater, BUFFER)) {
        var bytes = limited(unpacked, limit);
        if (!inflater.finished()) {
          throw new RefusedBody(FetchOutcome.CORRUPT);
        }
        return bytes;
      } finally {
        inflater.end();
      }
    }
  },
  BROTLI {
    @Override
    InputStream open(InputStream packed) throws IOException {
      return new BrotliInputStream(packed);
    }
  };

  /** What is asked for. */
  static final String ACCEPTED = "gzip, deflate, br";

  private static final int BUFFER = 8 << 10;

  /** By the header's values. */
  static Packing of(List<String> headers) throws RefusedBody {
    var names =
        headers.stream()
            .flatMap(header -> List.of(header.split(",")).stream())
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty() && !name.equals("identity"))
            .toList();
    if (names.isEmpty()) {
      return NONE;
    }
    if (names.size() > 1) {
      throw new RefusedBody(FetchOutcome.UNKNOWN_ENCODING);
    }
    return switch (names.getFirst()) {
      case "gzip", "x-gzip" -> GZIP;
      case "deflate" -> DEFLATE;
      case "br" -> BROTLI;
      default -> throw new RefusedBody(FetchOutcome.UNKNOWN_ENCODING);
    };
  }

  /** The unpacked bytes, or why there are none. */
  byte[] unpack(byte[] packed, int limit) throws RefusedBody {
    if (packed.length == 0) {
      return packed;
    }
    try {
      return unpackWith(new ByteArrayInputStream(packed), limit);
    } catch (RefusedBody e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Memory does not fail: the packing itself is broken. Brotli's decoder says so unchecked.
      throw new RefusedBody(FetchOutcome.CORRUPT);
    }
  }

  /** The unpacked bytes as they come; {@code packed} can be marked. Whoever reads counts. */
  abstract InputStream open(InputStream packed) throws IOException;

  byte[] unpackWith(InputStream packed, int limit) throws IOException {
    try (var unpacked = open(packed)) {
      return limited(unpacked, limit);
    }
  }

  private static byte[] limited(InputStream unpacked, int limit) throws IOException {
    var bytes = unpacked.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw new RefusedBody(FetchOutcome.TOO_LARGE);
    }
    return bytes;
  }

  /** Whether a body begins with zlib's header (RFC 1950, 2.2). */
  private static boolean zlib(InputStream packed) throws IOException {
    packed.mark(2);
    int method = packed.read();
    int flags = packed.read();
    packed.reset();
    return (method & 0x0f) == 8 && ((method << 8) | flags) % 31 == 0;
  }
}
