package org.maraude.standalone.demo.population;

/** The four invented sites. Each has its own make, see {@code demo.site}. */
public enum SiteId {
  /** Large; read by CSS selectors alone. */
  QUAI("demo-quai", 0.37),
  /** Large; JSON-LD. */
  HALLE("demo-halle", 0.34),
  /** Middling; microdata in Windows-1252. */
  JARDIN("demo-jardin", 0.245),
  /** Small, with a Crawl-delay. */
  MOULIN("demo-moulin", 0.045);

  private final String id;
  private final double share;

  SiteId(String id, double share) {
    this.id = id;
    this.share = share;
  }

  public String id() {
    return id;
  }

  /** This site's part of all ads, 0 to 1. */
  double share() {
    return share;
  }
}
