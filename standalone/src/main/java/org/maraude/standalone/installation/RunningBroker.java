package org.maraude.standalone.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maraude.standalone.UsageException;
import org.maraude.standalone.folder.DataFolder;

/** Where the broker of an installation answers now; another port at each start. */
public final class RunningBroker {

  private RunningBroker() {}

  /**
   * The bootstrap servers of a running installation.
   *
   * @throws UsageException when it does not run
   */
  public static String of(DataFolder folder) {
    try {
      if (folder.isInUse()) {
        return Files.readString(file(folder)).strip();
      }
    } catch (IOException e) {
      throw new UsageException(
          "the installation in %s is still starting; try again in a moment"
              .formatted(folder.root()));
    }
    throw new UsageException(
        "the installation in %s does not run; start it, or give --kafka or --out"
            .formatted(folder.root()));
  }

  static void note(DataFolder folder, String bootstrapServers) {
    try {
      Files.writeString(file(folder), bootstrapServers + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(DataFolder folder) {
    return folder.root().resolve("kafka.address");
  }
}
