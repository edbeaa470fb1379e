package org.maraude.contacts;

import java.nio.file.Path;

/**
 * The key that closes the secrets of people's second factors: {@code keys/private/sign-in}. Without
 * it the database makes no codes.
 */
public final class SignInKey {

  private SignInKey() {}

  /**
   * The key, made at the first call; the same from then on.
   *
   * @return 32 bytes
   * @throws KeyFolderException when the folder cannot be used, others may use it, or the key is
   *     damaged
   */
  public static byte[] readOrCreate(Path keyFolder) {
    return OwnKey.readOrCreate(keyFolder, "sign-in");
  }
}
