package org.maraude.dashboard.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes the hashes of the chain: HMAC-SHA-256 (RFC 2104) over a line, its place and the hash of the
 * line before. Whoever has the database but not the key cannot make a hash that fits. Thread safe.
 */
final class ChainKey {

  /** What stands before the first line. */
  static final byte[] BEGINNING = new byte[32];

  private static final String ALGORITHM = "HmacSHA256";
  private static final int LINE = 1;
  private static final int CHECKPOINT = 2;

  private final SecretKeySpec key;

  ChainKey(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** The hash of a line at a place after the line that had {@code previous}. */
  byte[] line(long place, byte[] previous, Line row) {
    return hash(out -> {
      out.writeByte(LINE);
      out.writeLong(place);
      out.write(previous);
      out.writeLong(row.seq());
      // The database keeps microseconds.
      out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, row.at()));
      write(out, actor(row.actor()));
      write(out, row.action());
      write(out, row.subject());
      write(out, row.reason());
    });
  }

  /** The seal of a checkpoint: nobody else can say where a month ended. */
  byte[] checkpoint(long place, byte[] hash) {
    return hash(out -> {
      out.writeByte(CHECKPOINT);
      out.writeLong(place);
      out.write(hash);
    });
  }

  private static String actor(@Nullable UUID actor) {
    return actor == null ? "" : actor.toString();
  }

  /** With its length before it, so that no two lines give the same bytes. */
  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private interface Content {
    void to(DataOutputStream out) throws IOException;
  }

  private byte[] hash(Content content) {
    var bytes = new ByteArrayOutputStream();
    try {
      content.to(new DataOutputStream(bytes));
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks " + ALGORITHM, e);
    }
  }
}
