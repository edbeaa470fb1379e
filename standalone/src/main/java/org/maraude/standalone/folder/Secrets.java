package org.maraude.standalone.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets made at the first start, one a file, readable by their owner only (mode 0600). */
public final class Secrets {

  private static final int BYTES = 24;

  private final Path folder;

  Secrets(Path folder) {
    this.folder = folder;
  }

  public Path folder() {
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of secrets cannot be made", e);
    }
  }

  /** The file that holds a secret; the secret is drawn when there is none yet. */
  public Path file(String name, SecureRandom random) {
    var file = folder().resolve(name);
    if (!Files.exists(file)) {
      write(file, draw(random));
    }
    return file;
  }

  private static String draw(SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void write(Path file, String secret) {
    try {
      // Complete or not there at all: a start that is killed here must not leave an empty password.
      var draft =
          Files.createTempFile(
              file.getParent(),
              ".draft",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, secret + "\n");
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the secret " + file.getFileName() + " cannot be kept", e);
    }
  }
}
