package org.maraude.crawler.extract;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maraude.events.ads.Place;

/**
 * SHA-256 over fields, each preceded by its length so that no two lists of fields run together.
 * Lower-case hexadecimal.
 */
public final class ContentHash {

  private ContentHash() {}

  // Not the joiner that builds emoji, which shows.
  private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B\\u200C\\u2060\\uFEFF]");
  private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\p{Cc}]+");

  /**
   * Of what a person reads in an ad: title, body, category, place and fields. Line breaks, kinds of
   * space, invisible characters and the two ways to write an accent make no difference. The date of
   * posting and the number of images do not count: {@code 2 hours ago} is another moment at every
   * visit.
   */
  static String ofAd(
      String title,
      String body,
      @Nullable String category,
      Place place,
      Map<String, String> fields) {
    var digest = sha256();
    for (var text :
        new @Nullable String[] {
          title, body, category, place.text(), place.departement(), place.country()
        }) {
      add(digest, text == null ? "" : shown(text));
    }
    for (var field : new TreeMap<>(fields).entrySet()) {
      add(digest, field.getKey());
      add(digest, shown(field.getValue()));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String shown(String text) {
    var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return SPACE.matcher(INVISIBLE.matcher(composed).replaceAll("")).replaceAll(" ").strip();
  }

  /** Of some texts in order, as they are. */
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
