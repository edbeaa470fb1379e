package org.maraude.standalone.demo.site;

import java.net.URI;
import java.nio.charset.Charset;
import org.maraude.standalone.demo.population.DemoAd;
import org.maraude.standalone.demo.population.SiteId;

/** One site's make: its addresses, its HTML, its robots.txt and how a crawler reads it. Pure. */
interface SitePages {

  SiteId site();

  String name();

  Charset charset();

  /** The {@code Content-Type} of its pages. */
  String contentType();

  int pageSize();

  Route route(URI target);

  String listingPath(int page);

  String listing(ListingPage page);

  String ad(DemoAd ad);

  String robots();

  /** How it answers for an ad that is gone. */
  GoneAnswer gone();

  /** The keys {@code listing} and {@code ad} of its site file. */
  String rules();

  /** Ways in which sites say that an ad is gone. */
  enum GoneAnswer {
    NOT_FOUND,
    GONE,
    BACK_TO_LISTING
  }

  /** The pages of a site. */
  static SitePages of(SiteId site) {
    return switch (site) {
      case QUAI -> new QuaiPages();
      case HALLE -> new HallePages();
      case JARDIN -> new JardinPages();
      case MOULIN -> new MoulinPages();
    };
  }
}
