package org.maraude.standalone.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.standalone.UsageException;

class DataFolderTest {

  private @TempDir Path temp;

  @Test
  void aNewFolderIsForItsOwnerOnly() throws Exception {
    var folder = DataFolder.openOrCreate(temp.resolve("data"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root())))
        .isEqualTo("rwx------");
  }

  @Test
  void aFolderOfAnotherVersionIsRefusedInOneLine() throws Exception {
    DataFolder.openOrCreate(temp.resolve("data"));
    Files.writeString(temp.resolve("data/version"), "7\n");
    assertThatThrownBy(() -> DataFolder.openOrCreate(temp.resolve("data")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("version 7")
        .hasMessageContaining("--data")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aFolderWithOtherFilesIsNotTaken() throws Exception {
    Files.writeString(temp.resolve("letter.txt"), "mine");
    assertThatThrownBy(() -> DataFolder.openOrCreate(temp)).isInstanceOf(UsageException.class);
    assertThat(temp.resolve("version")).doesNotExist();
  }

  @Test
  void aCommandOnAFolderThatIsNoneSaysSo() {
    assertThatThrownBy(() -> DataFolder.open(temp.resolve("nowhere")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no data folder");
  }

  @Test
  void onlyOneRunHasTheFolderAtATime() throws Exception {
    var folder = DataFolder.openOrCreate(temp.resolve("data"));
    try (var held = folder.lock()) {
      assertThat(held).isNotNull();
      assertThatThrownBy(folder::lock)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("in use");
    }
    folder.lock().close();
  }

  @Test
  void aSecretIsDrawnOnceAndReadableByItsOwnerOnly() throws Exception {
    var secrets = DataFolder.openOrCreate(temp.resolve("data")).secrets();
    var random = new SecureRandom();
    var first = Files.readString(secrets.file("database", random));
    assertThat(Files.readString(secrets.file("database", random)))
        .isEqualTo(first)
        .hasSizeGreaterThan(30);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(secrets.file("database", random))))
        .isEqualTo("rw-------");
  }
}
