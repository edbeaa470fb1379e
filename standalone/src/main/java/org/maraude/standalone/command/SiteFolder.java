package org.maraude.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.standalone.UsageException;

/** The site files of a folder. */
final class SiteFolder {

  private SiteFolder() {}

  /**
   * Reads every {@code *.yaml}, in the order of their names.
   *
   * @throws UsageException when the folder cannot be read
   */
  static List<SiteFile> read(Path folder) {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".yaml"))
          .sorted()
          .map(SiteFileReader::read)
          .toList();
    } catch (IOException e) {
      throw new UsageException(
          "the folder of site files %s cannot be read; check the path and its permissions"
              .formatted(folder));
    }
  }
}
