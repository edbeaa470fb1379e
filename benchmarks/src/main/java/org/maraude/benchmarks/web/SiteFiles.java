package org.maraude.benchmarks.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The site files of the hosts of a {@link PageServer}, one a host. */
public final class SiteFiles {

  private SiteFiles() {}

  /** The site id of a host. */
  public static String id(int host) {
    return "site-" + host;
  }

  /**
   * Writes one a host into a folder.
   *
   * @param politeness further lines of the file: its delay, its backoff, its pace
   */
  public static void write(Path folder, List<String> addresses, String politeness)
      throws IOException {
    Files.createDirectories(folder);
    for (int host = 0; host < addresses.size(); host++) {
      Files.writeString(
          folder.resolve(id(host) + ".yaml"), text(id(host), addresses.get(host), politeness));
    }
  }

  private static String text(String id, String address, String politeness) {
    return """
    id: %1$s
    approval: {by: Benchmark, on: 2026-11-01, basis: "made-up pages on this machine"}
    local: true
    start: ["http://%2$s/list?page=1"]
    hosts: ["%2$s"]
    maxPages: 200
    listing:
      card: article.ad
      link: a.title@href
      next: a[rel=next]@href
    ad:
      localId: "@data-id | url:/ad/(\\\\d+)"
      title: {select: h1, required: true}
      body: {select: .body, required: true}
      postedAt: time@datetime
      place: .place
      fields: {age: .age, phone: .phone, price: .price}
    %3$s
    """
        .formatted(id, address, politeness);
  }
}
