package org.maraude.standalone.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.maraude.standalone.UsageException;
import picocli.CommandLine.Option;

/** Where a dashboard that is named by its database keeps what lies outside the database. */
final class DashboardFolders {

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      defaultValue = "${env:MARAUDE_KEYS}",
      description = "with --db-url: the dashboard's folder of keys (MARAUDE_KEYS)")
  private @Nullable Path keys;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      defaultValue = "${env:MARAUDE_STATE}",
      description =
          "with --db-url: the dashboard's state, where the heads of each day lie (MARAUDE_STATE)")
  private @Nullable Path state;

  /**
   * The key folder.
   *
   * @throws UsageException when it was not given
   */
  Path keys() {
    return required(keys);
  }

  /**
   * The state folder.
   *
   * @throws UsageException when it was not given
   */
  Path state() {
    return required(state);
  }

  private static Path required(@Nullable Path folder) {
    if (folder == null) {
      throw new UsageException(Texts.of("audit.where"));
    }
    return folder;
  }
}
