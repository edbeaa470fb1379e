package org.maraude.standalone.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.maraude.embedded.FreePorts;
import org.maraude.standalone.UsageException;
import org.maraude.standalone.demo.DemoSites;
import org.maraude.standalone.demo.DemoSitesConfig;
import org.maraude.standalone.demo.population.SiteId;
import org.maraude.standalone.folder.DataFolder;

/**
 * The demo's world in the data folder: seed, epoch and ports. They stay the same from start to
 * start, because ads' addresses contain the port, and a world drawn anew would be another world.
 */
final class DemoWorldFile {

  private static final long SEED = 2026;

  private DemoWorldFile() {}

  /**
   * Starts the sites of the folder's world; draws seed, epoch and ports at the first start.
   *
   * @throws UsageException when another program took one of the ports meanwhile
   */
  static DemoSites start(DataFolder folder, Clock clock) {
    var file = folder.settings("demo");
    if (!Files.exists(file)) {
      write(file, drawn(clock));
    }
    var settings = read(file);
    try {
      return DemoSites.start(
          new DemoSitesConfig(
              Long.parseLong(settings.getProperty("seed")),
              Instant.parse(settings.getProperty("epoch")),
              clock,
              ports(settings),
              true,
              request -> {}));
    } catch (UncheckedIOException e) {
      throw new UsageException(
          "a port of the demo sites is in use (%s names them); stop what listens there, or start with a new folder by --data"
              .formatted(file));
    }
  }

  private static Properties drawn(Clock clock) {
    var settings = new Properties();
    settings.setProperty("seed", Long.toString(SEED));
    settings.setProperty("epoch", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    List<Integer> free = FreePorts.find(SiteId.values().length);
    for (var site : SiteId.values()) {
      settings.setProperty("port." + site.id(), free.get(site.ordinal()).toString());
    }
    return settings;
  }

  private static Map<SiteId, Integer> ports(Properties settings) {
    var ports = new EnumMap<SiteId, Integer>(SiteId.class);
    for (var site : SiteId.values()) {
      ports.put(site, Integer.valueOf(settings.getProperty("port." + site.id())));
    }
    return ports;
  }

  private static void write(Path file, Properties settings) {
    var draft = file.resolveSibling(file.getFileName() + ".draft");
    try (var out = Files.newBufferedWriter(draft)) {
      settings.store(out, "the demo's invented world; keep it with the data");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties read(Path file) {
    var settings = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      settings.load(in);
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
