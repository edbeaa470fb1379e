package org.maraude.contacts;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * One key for each accompanied person: {@code keys/private/cases/ID}, AES-256-GCM. Destroying it
 * erases all that was written about the person, wherever it lies, in backups too. What is sealed is
 * bound to the person and to a place ({@code field}), so that a value moved elsewhere does not
 * open. Thread safe.
 */
public final class CaseKeys {

  private final Path keyFolder;
  private final Path folder;

  private CaseKeys(Path keyFolder) {
    this.keyFolder = keyFolder;
    this.folder = keyFolder.resolve("private").resolve("cases");
  }

  /** Those of a key folder, see the package for its layout; nothing is made before it is needed. */
  public static CaseKeys in(Path keyFolder) {
    return new CaseKeys(keyFolder);
  }

  /**
   * Makes the key of a new case; one that is there stays.
   *
   * @throws KeyFolderException when the folder cannot be used
   */
  public void create(UUID id) {
    try {
      for (Path each : new Path[] {keyFolder, keyFolder.resolve("private"), folder}) {
        PrivateFiles.createFolder(each);
        PrivateFiles.requireOwnerOnly(each);
      }
      PrivateFiles.alone(keyFolder, () -> SecretKeyFile.create(file(id)));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /**
   * Seals a text of a case.
   *
   * @param field where it stands, such as {@code note ID}
   * @return base64url without padding
   * @throws SealException when the case has no key
   */
  public String seal(UUID id, String field, String text) {
    try {
      byte[] sealed = key(id).encrypt(text.getBytes(StandardCharsets.UTF_8), context(id, field));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new SealException("cannot seal with the key of case " + id, e);
    }
  }

  /**
   * Opens what {@link #seal} made.
   *
   * @throws SealException when the key was destroyed (then nobody can open it), or when the value
   *     was changed or stood elsewhere
   */
  public String open(UUID id, String field, String sealed) {
    try {
      byte[] text = key(id).decrypt(Base64.getUrlDecoder().decode(sealed), context(id, field));
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new SealException("a value of case " + id + " was changed", e);
    }
  }

  /** Destroys a key; a case without one is left as it is. */
  public void destroy(UUID id) {
    try {
      Files.deleteIfExists(file(id));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** The cases that have a key. */
  public SortedSet<UUID> all() {
    if (!Files.isDirectory(folder)) {
      return new TreeSet<>();
    }
    var ids = new TreeSet<UUID>();
    try (var files = Files.list(folder)) {
      files.flatMap(file -> id(file).stream()).forEach(ids::add);
    } catch (IOException e) {
      throw unusable(e);
    }
    return ids;
  }

  private Aead key(UUID id) throws GeneralSecurityException {
    try {
      return SealingKeys.dataKey(SecretKeyFile.read(file(id)));
    } catch (NoSuchFileException e) {
      throw SealException.keyDestroyed(id.toString());
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private Path file(UUID id) {
    return folder.resolve(id.toString());
  }

  private static Optional<UUID> id(Path file) {
    try {
      return Optional.of(UUID.fromString(file.getFileName().toString()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] context(UUID id, String field) {
    return ("maraude case " + id + " " + field).getBytes(StandardCharsets.UTF_8);
  }

  private KeyFolderException unusable(IOException e) {
    return new KeyFolderException(
        "cannot use the key folder " + keyFolder + ": " + e + "; check that it exists and is yours",
        e);
  }
}
