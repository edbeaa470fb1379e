package org.maraude.contacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The key under which the audit is chained: {@code keys/private/audit}, beside the private keys, so
 * that neither the database nor an analyzer has it.
 */
public final class AuditKey {

  private AuditKey() {}

  /**
   * The key, made at the first call; the same from then on.
   *
   * @return 32 bytes
   * @throws KeyFolderException when the folder cannot be used, others may use it, or the key is
   *     damaged
   */
  public static byte[] readOrCreate(Path keyFolder) {
    Path folder = keyFolder.resolve("private");
    try {
      for (Path each : new Path[] {keyFolder, folder}) {
        PrivateFiles.createFolder(each);
        PrivateFiles.requireOwnerOnly(each);
      }
      PrivateFiles.alone(keyFolder, () -> SecretKeyFile.create(folder.resolve("audit")));
      return SecretKeyFile.read(folder.resolve("audit"));
    } catch (IOException e) {
      throw unusable(keyFolder, e);
    }
  }

  /**
   * The key of an installation that has one.
   *
   * @throws KeyFolderException when there is none, or as above
   */
  public static byte[] read(Path keyFolder) {
    Path file = keyFolder.resolve("private").resolve("audit");
    if (!Files.exists(file)) {
      throw new KeyFolderException(
          "there is no audit key in " + keyFolder + "; give the folder that the dashboard uses");
    }
    try {
      return SecretKeyFile.read(file);
    } catch (IOException e) {
      throw unusable(keyFolder, e);
    }
  }

  private static KeyFolderException unusable(Path folder, IOException e) {
    return new KeyFolderException(
        "cannot use the key folder " + folder + ": " + e + "; check that it exists and is yours",
        e);
  }
}
