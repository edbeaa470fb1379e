package org.maraude.standalone.installation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.maraude.crawler.fetch.CrawlerIdentity;
import org.maraude.crawler.site.SiteFile;
import org.maraude.dashboard.SignInConfig;
import org.maraude.dashboard.trends.Band;
import org.maraude.standalone.folder.DataFolder;

/**
 * What one installation is made of.
 *
 * @param sites that somebody approved
 * @param association who the crawler says it is
 * @param rules a folder with rules of the user's own
 * @param inventedLockdown the demo's lockdown, for the trends page to name as invented
 * @param port of pages and API; 0 takes a free one
 * @param demo whether everything is invented, which pages then say
 * @param commitInterval how often the frontier commits: short is quick and costs processor
 * @param signIn how people come in
 */
public record InstallationConfig(
    DataFolder folder,
    List<SiteFile> sites,
    CrawlerIdentity association,
    Optional<Path> rules,
    Optional<Band> inventedLockdown,
    int port,
    boolean demo,
    Duration commitInterval,
    SignInConfig signIn,
    Clock clock) {

  public InstallationConfig {
    sites = List.copyOf(sites);
  }

  /** With log-ins as they are where nothing is set. */
  public InstallationConfig(
      DataFolder folder,
      List<SiteFile> sites,
      CrawlerIdentity association,
      Optional<Path> rules,
      Optional<Band> inventedLockdown,
      int port,
      boolean demo,
      Duration commitInterval,
      Clock clock) {
    this(
        folder,
        sites,
        association,
        rules,
        inventedLockdown,
        port,
        demo,
        commitInterval,
        SignInConfig.NONE,
        clock);
  }
}
