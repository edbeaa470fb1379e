package org.maraude.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {

  @Test
  void whatAKilledFirstStartLeftGoesAndWhatWasFinishedStays(@TempDir Path temp) throws Exception {
    var folder = Files.createDirectories(temp.resolve("data/half"));
    Files.writeString(folder.resolve("PG_VERSION"), "18");
    var first = new FirstStart(temp.resolve("data"));
    assertThat(first.isOver()).isFalse();
    first.clear();
    assertThat(temp.resolve("data")).doesNotExist();
    first.over();
    assertThat(new FirstStart(temp.resolve("data")).isOver()).isTrue();
  }
}
