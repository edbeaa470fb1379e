package org.maraude.contacts;

import java.nio.file.Path;

/**
 * The key by which decided items are drawn for a second reading: {@code keys/private/draw}. Without
 * it nobody knows beforehand which ones.
 */
public final class DrawKey {

  private DrawKey() {}

  /**
   * The key, made at the first call; the same from then on.
   *
   * @return 32 bytes
   * @throws KeyFolderException when the folder cannot be used, others may use it, or the key is
   *     damaged
   */
  public static byte[] readOrCreate(Path keyFolder) {
    return OwnKey.readOrCreate(keyFolder, "draw");
  }
}
