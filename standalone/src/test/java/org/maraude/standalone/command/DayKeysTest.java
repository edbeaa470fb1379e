package org.maraude.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayKeysTest {

  private @TempDir Path temp;

  @Test
  void theKeysOfTodayAndTomorrowAreThereBeforeTheServiceStarts() throws Exception {
    var keys = temp.resolve("keys");
    try (var unused = DayKeys.keepReady(keys, at("2026-11-23T10:00:00Z"))) {
      assertThat(names(keys.resolve("public"))).containsExactly("2026-11-23", "2026-11-24");
      assertThat(names(keys.resolve("private"))).containsExactly("2026-11-23", "2026-11-24");
    }
  }

  @Test
  void aLaterStartAddsTheNextDaysAndKeepsTheEarlierOnes() throws Exception {
    var keys = temp.resolve("keys");
    DayKeys.keepReady(keys, at("2026-11-23T10:00:00Z")).close();
    DayKeys.keepReady(keys, at("2026-11-24T23:59:59Z")).close();
    assertThat(names(keys.resolve("public")))
        .containsExactly("2026-11-23", "2026-11-24", "2026-11-25");
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldAndDoesNotEndTheService() throws Exception {
    var keys = temp.resolve("keys");
    try (var ready = DayKeys.keepReady(keys, at("2026-11-23T10:00:00Z"))) {
      try (var files = Files.list(keys.resolve("public"))) {
        for (var file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(keys.resolve("public"));
      Files.writeString(keys.resolve("public"), "in the way");
      Files.setPosixFilePermissions(
          keys.resolve("public"), PosixFilePermissions.fromString("rw-------"));
      ready.prepare();
      assertThat(keys.resolve("public")).isRegularFile();
    }
  }

  private static Clock at(String instant) {
    return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
  }

  private static List<String> names(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
