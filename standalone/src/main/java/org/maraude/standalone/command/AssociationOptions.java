package org.maraude.standalone.command;

import org.maraude.crawler.fetch.CrawlerIdentity;
import picocli.CommandLine.Option;

/** Who the crawler says it is. Without all three it does not start. */
final class AssociationOptions {

  @Option(
      names = "--association",
      required = true,
      paramLabel = "NAME",
      defaultValue = "${env:MARAUDE_ASSOCIATION}",
      description = "the association's name, for the user agent (MARAUDE_ASSOCIATION)")
  private String association = "";

  @Option(
      names = "--page",
      required = true,
      paramLabel = "URL",
      defaultValue = "${env:MARAUDE_PAGE}",
      description = "its page that explains the crawl (MARAUDE_PAGE)")
  private String page = "";

  @Option(
      names = "--email",
      required = true,
      paramLabel = "ADDRESS",
      defaultValue = "${env:MARAUDE_EMAIL}",
      description = "where a site's owner can write (MARAUDE_EMAIL)")
  private String email = "";

  CrawlerIdentity identity() {
    return Association.of(association, page, email);
  }
}
