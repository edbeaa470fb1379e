package org.maraude.standalone.demo.site;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maraude.standalone.demo.population.DemoAd;
import org.maraude.standalone.demo.population.SiteId;
import org.maraude.standalone.demo.timeline.Lockdown;

/**
 * A site of an older make: tables, microdata, ids in the query, Windows-1252 named only in the
 * page.
 */
final class JardinPages implements SitePages {

  private static final Pattern ID = Pattern.compile("(?:^|&)id=(\\d+)(?:&|$)");

  @Override
  public SiteId site() {
    return SiteId.JARDIN;
  }

  @Override
  public String name() {
    return "Le Jardin des annonces";
  }

  @Override
  public Charset charset() {
    return Charset.forName("windows-1252");
  }

  @Override
  public String contentType() {
    return "text/html";
  }

  @Override
  public int pageSize() {
    return 30;
  }

  @Override
  public Route route(URI target) {
    if (Paths.isRobots(target)) {
      return new Route.Robots();
    }
    String query = target.getRawQuery() == null ? "" : target.getRawQuery();
    return switch (target.getPath()) {
      case "/index.php" -> new Route.Listing(Paths.page(target));
      case "/detail.php" -> {
        Matcher id = ID.matcher(query);
        yield id.find() ? new Route.Ad(id.group(1)) : new Route.Unknown();
      }
      case "/imprimer.php", "/membre.php" -> new Route.Forbidden();
      default -> new Route.Unknown();
    };
  }

  @Override
  public String listingPath(int page) {
    return page == 1 ? "/index.php" : "/index.php?page=" + page;
  }

  @Override
  public String listing(ListingPage page) {
    StringBuilder html = new StringBuilder(head("Accueil"));
    html.append("<table class=\"liste\" width=\"100%\">\n");
    for (DemoAd ad : page.ads()) {
      html.append("<tr class=\"ligne\"><td>")
          .append(FrenchDate.day(ad.postedAt()))
          .append("</td><td><a class=\"lien\" href=\"detail.php?id=")
          .append(ad.localId())
          .append("\">")
          .append(Markup.escape(ad.title()))
          .append("</a></td><td>")
          .append(ad.town())
          .append("</td><td>")
          .append(ad.price() == null ? "" : ad.price() + " €")
          .append("</td><td>")
          .append(ad.revision() > 0 ? "modifiée" : "")
          .append("</td><td><a href=\"imprimer.php?id=")
          .append(ad.localId())
          .append("\">imprimer</a></td></tr>\n");
    }
    html.append("</table>\n<center>");
    if (page.hasNext()) {
      html.append("<a class=\"suite\" href=\"index.php?page=")
          .append(page.number() + 1)
          .append("\">Suite</a>");
    }
    return html.append("</center></body></html>\n").toString();
  }

  @Override
  public String ad(DemoAd ad) {
    StringBuilder html = new StringBuilder(head(ad.title()));
    html.append(
            "<div itemscope itemtype=\"https://schema.org/Offer\">\n<meta itemprop=\"identifier\" content=\"")
        .append(ad.localId())
        .append("\">\n<h1 itemprop=\"name\">")
        .append(Markup.escape(ad.title()))
        .append("</h1>\n<meta itemprop=\"datePosted\" content=\"")
        .append(ad.postedAt().atZone(Lockdown.ZONE).toOffsetDateTime())
        .append("\">\n<span itemprop=\"category\">")
        .append(ad.category())
        .append(
            "</span>\n<div itemprop=\"availableAtOrFrom\" itemscope itemtype=\"https://schema.org/Place\">")
        .append("<span itemprop=\"address\">")
        .append(ad.town())
        .append(" (")
        .append(ad.departement())
        .append(
            ")</span></div>\n<div itemprop=\"offeredBy\" itemscope itemtype=\"https://schema.org/Person\">")
        .append("<b itemprop=\"name\">")
        .append(Markup.escape(ad.name()))
        .append("</b>");
    if (ad.age() instanceof String age) {
      html.append(", <span itemprop=\"age\">").append(Markup.escape(age)).append("</span>");
    }
    if (ad.phone() instanceof String phone) {
      html.append(" <span itemprop=\"telephone\">").append(phone).append("</span>");
    }
    html.append("</div>\n");
    if (ad.price() instanceof Integer price) {
      html.append("<span itemprop=\"price\" content=\"")
          .append(price)
          .append("\">")
          .append(price)
          .append("</span> <span itemprop=\"priceCurrency\" content=\"EUR\">€</span>\n");
    }
    html.append("<div itemprop=\"description\">")
        .append(Markup.lines(ad.body()))
        .append("</div>\n</div>\n");
    for (int i = 1; i <= ad.images(); i++) {
      html.append(
          "<img src=\"media/%s_%d.gif\" width=\"90\" height=\"90\">".formatted(ad.localId(), i));
    }
    return html.append("</body></html>\n").toString();
  }

  private static String head(String title) {
    return """
    <html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252">
    <title>%s - Le Jardin des annonces</title></head><body bgcolor="#ffffff">
    <center><a href="index.php">Le Jardin des annonces</a> - <a href="membre.php">Espace membre</a><br>
    <i>Site inventé pour une démonstration.</i></center><hr>
    """
        .formatted(Markup.escape(title));
  }

  @Override
  public String robots() {
    return "User-agent: *\r\nDisallow: /imprimer.php\r\nDisallow: /membre.php\r\nDisallow: /media/\r\n";
  }

  @Override
  public GoneAnswer gone() {
    return GoneAnswer.BACK_TO_LISTING;
  }

  @Override
  public String rules() {
    return """
    listing:
      card: "tr.ligne"
      link: "a.lien@href"
      next: "a.suite@href"
    ad:
      url: "/detail\\\\.php\\\\?id=\\\\d+$"
      localId: "url:[?&]id=(\\\\d+)"
    """;
  }
}
