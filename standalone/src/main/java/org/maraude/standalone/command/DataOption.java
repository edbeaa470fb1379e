package org.maraude.standalone.command;

import java.nio.file.Path;
import org.maraude.standalone.folder.DataFolder;
import picocli.CommandLine.Option;

/** Which installation a command means. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "the installation's data folder (default: ${DEFAULT-VALUE})")
  private Path data = Path.of("data");

  /** The folder, made when it is missing. */
  DataFolder openOrCreate() {
    return DataFolder.openOrCreate(data);
  }

  /** The folder of an installation that exists. */
  DataFolder open() {
    return DataFolder.open(data);
  }
}
