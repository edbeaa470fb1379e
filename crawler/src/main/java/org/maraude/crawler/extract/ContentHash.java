package org.maraude.crawler.extract;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.maraude.events.ads.Place;

/**
 * SHA-256 over fields, each preceded by its length so that no two lists of fields run together.
 * Lower-case hexadecimal.
 */
public final class ContentHash {

  private ContentHash() {}

  /** Of what an ad says: title, body, category, place and fields. */
  static String ofAd(
      String title,
      String body,
      @Nullable String category,
      Place place,
      Map<String, String> fields) {
    var digest = sha256();
    add(digest, title);
    add(digest, body);
    add(digest, category == null ? "" : category);
    add(digest, place.text());
    add(digest, place.departement() == null ? "" : place.departement());
    for (var field : new TreeMap<>(fields).entrySet()) {
      add(digest, field.getKey());
      add(digest, field.getValue());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of some texts in order. */
  public static String of(String... texts) {
    var digest = sha256();
    for (var text : texts) {
      add(digest, text);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
