package org.maraude.contacts;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A key that only the dashboard has: a file in {@code keys/private}, beside the private keys, so
 * that neither the database nor an analyzer holds it.
 */
final class OwnKey {

  private OwnKey() {}

  static Path file(Path keyFolder, String name) {
    return keyFolder.resolve("private").resolve(name);
  }

  /** 32 bytes, made at the first call. */
  static byte[] readOrCreate(Path keyFolder, String name) {
    Path file = file(keyFolder, name);
    try {
      for (Path each : new Path[] {keyFolder, keyFolder.resolve("private")}) {
        PrivateFiles.createFolder(each);
        PrivateFiles.requireOwnerOnly(each);
      }
      PrivateFiles.alone(keyFolder, () -> SecretKeyFile.create(file));
      return SecretKeyFile.read(file);
    } catch (IOException e) {
      throw unusable(keyFolder, e);
    }
  }

  static byte[] read(Path keyFolder, String name) {
    try {
      return SecretKeyFile.read(file(keyFolder, name));
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
