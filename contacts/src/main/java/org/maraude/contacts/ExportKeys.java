package org.maraude.contacts;

import java.nio.file.Path;

/**
 * The two keys of exports, beside the private keys: {@code keys/private/noise}, without which
 * nobody can take the noise from a table again, and {@code keys/private/release}, which signs
 * packages.
 */
public final class ExportKeys {

  private ExportKeys() {}

  /**
   * The key of the noise, made at the first call; the same from then on.
   *
   * @return 32 bytes
   * @throws KeyFolderException when the folder cannot be used, others may use it, or the key is
   *     damaged
   */
  public static byte[] noise(Path keyFolder) {
    return OwnKey.readOrCreate(keyFolder, "noise");
  }

  /**
   * The secret that packages are signed with, made at the first call; the same from then on.
   *
   * @return 32 bytes
   * @throws KeyFolderException as above
   */
  public static byte[] signing(Path keyFolder) {
    return OwnKey.readOrCreate(keyFolder, "release");
  }
}
