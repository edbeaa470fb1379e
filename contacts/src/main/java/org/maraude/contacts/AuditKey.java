package org.maraude.contacts;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The key under which the audit is chained: {@code keys/private/audit}, beside the private keys, so
 * that neither the database nor an analyzer has it.
 */
public final class AuditKey {

  private static final String NAME = "audit";

  private AuditKey() {}

  /**
   * The key, made at the first call; the same from then on.
   *
   * @return 32 bytes
   * @throws KeyFolderException when the folder cannot be used, others may use it, or the key is
   *     damaged
   */
  public static byte[] readOrCreate(Path keyFolder) {
    return OwnKey.readOrCreate(keyFolder, NAME);
  }

  /**
   * The key of an installation that has one.
   *
   * @throws KeyFolderException when there is none, or as above
   */
  public static byte[] read(Path keyFolder) {
    if (!Files.exists(OwnKey.file(keyFolder, NAME))) {
      throw new KeyFolderException(
          "there is no audit key in " + keyFolder + "; give the folder that the dashboard uses");
    }
    return OwnKey.read(keyFolder, NAME);
  }
}
