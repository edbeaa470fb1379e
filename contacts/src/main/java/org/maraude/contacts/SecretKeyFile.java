package org.maraude.contacts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** One key of an HMAC in a file of its own: 32 random bytes (RFC 2104, section 3) as base64. */
final class SecretKeyFile {

  static final int BYTES = 32;

  private SecretKeyFile() {}

  /** Makes the file where it is missing; the caller holds the folder for itself. */
  static void create(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    String line = Base64.getEncoder().encodeToString(key) + "\n";
    PrivateFiles.write(file, line.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Reads it.
   *
   * @throws KeyFolderException when it is no such key, or others may read it
   */
  static byte[] read(Path file) throws IOException {
    PrivateFiles.requireOwnerOnly(file);
    try {
      byte[] key =
          Base64.getDecoder().decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
      if (key.length == BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      throw damaged(file, e);
    }
    throw damaged(file, null);
  }

  static KeyFolderException damaged(Path file, @Nullable Exception cause) {
    return new KeyFolderException(
        file + " is not a key that this program wrote; restore it from a backup", cause);
  }
}
