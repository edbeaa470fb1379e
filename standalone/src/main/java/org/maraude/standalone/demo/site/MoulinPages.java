package org.maraude.standalone.demo.site;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maraude.standalone.demo.population.DemoAd;
import org.maraude.standalone.demo.population.SiteId;

/** A small site made by hand: French dates in words, and a Crawl-delay that it means. */
final class MoulinPages implements SitePages {

  private static final Pattern AD = Pattern.compile("/d/(\\d+)/");
  private static final Pattern PAGE = Pattern.compile("/(?:page/(\\d{1,6})/)?");

  @Override
  public SiteId site() {
    return SiteId.MOULIN;
  }

  @Override
  public String name() {
    return "Les annonces du Moulin";
  }

  @Override
  public Charset charset() {
    return StandardCharsets.UTF_8;
  }

  @Override
  public String contentType() {
    return "text/html; charset=utf-8";
  }

  @Override
  public int pageSize() {
    return 25;
  }

  @Override
  public Route route(URI target) {
    if (Paths.isRobots(target)) {
      return new Route.Robots();
    }
    Matcher page = PAGE.matcher(target.getPath());
    if (page.matches()) {
      String number = page.group(1);
      return new Route.Listing(number == null ? 1 : Math.max(1, Integer.parseInt(number)));
    }
    if (target.getPath().startsWith("/admin/")) {
      return new Route.Forbidden();
    }
    Matcher ad = AD.matcher(target.getPath());
    return ad.matches() ? new Route.Ad(ad.group(1)) : new Route.Unknown();
  }

  @Override
  public String listingPath(int page) {
    return page == 1 ? "/" : "/page/" + page + "/";
  }

  @Override
  public String listing(ListingPage page) {
    StringBuilder html = new StringBuilder(head("Petites annonces du Moulin"));
    for (DemoAd ad : page.ads()) {
      html.append("<div class=\"fiche\" id=\"n")
          .append(ad.localId())
          .append("\"><strong><a href=\"/d/")
          .append(ad.localId())
          .append("/\">")
          .append(Markup.escape(ad.title()))
          .append("</a></strong> ")
          .append(ad.town())
          .append(ad.price() == null ? "" : ", " + ad.price() + " €")
          .append(ad.revision() > 0 ? ", mise à jour" : "")
          .append("</div>\n");
    }
    if (page.hasNext()) {
      html.append("<p><a class=\"older\" href=\"")
          .append(listingPath(page.number() + 1))
          .append("\">Annonces plus anciennes</a></p>");
    }
    return html.append("<p><a href=\"/admin/\">Gestion</a></p></body></html>\n").toString();
  }

  @Override
  public String ad(DemoAd ad) {
    StringBuilder html = new StringBuilder(head(ad.title()));
    html.append("<h2 class=\"titre\">").append(Markup.escape(ad.title())).append("</h2>\n<ul>");
    html.append("<li class=\"date\">").append(FrenchDate.minute(ad.postedAt())).append("</li>");
    html.append("<li class=\"lieu\">%s (%s)</li>".formatted(ad.town(), ad.departement()));
    html.append("<li class=\"rubrique\">").append(ad.category()).append("</li>");
    html.append("<li class=\"qui\">").append(Markup.escape(ad.name())).append("</li>");
    if (ad.age() instanceof String age) {
      html.append("<li class=\"age\">").append(Markup.escape(age)).append("</li>");
    }
    if (ad.phone() instanceof String phone) {
      html.append("<li class=\"tel\">").append(phone).append("</li>");
    }
    if (ad.price() instanceof Integer price) {
      html.append("<li class=\"prix\">").append(price).append(" €</li>");
    }
    html.append("</ul>\n<div class=\"texte\">")
        .append(Markup.paragraphs(ad.body(), "p"))
        .append("</div>\n");
    for (int i = 1; i <= ad.images(); i++) {
      html.append("<img src=\"/media/%s-%d.png\" alt=\"image\">".formatted(ad.localId(), i));
    }
    return html.append("<p><a href=\"/\">Retour</a></p></body></html>\n").toString();
  }

  private static String head(String title) {
    return """
    <!doctype html><html lang="fr"><head><meta charset="utf-8"><title>%s</title></head><body>
    <h1><a href="/">Les annonces du Moulin</a></h1><p>Site inventé pour une démonstration.</p>
    """
        .formatted(Markup.escape(title));
  }

  @Override
  public String robots() {
    return "User-agent: *\nCrawl-delay: 0.5\nDisallow: /admin/\n";
  }

  @Override
  public GoneAnswer gone() {
    return GoneAnswer.NOT_FOUND;
  }

  @Override
  public String rules() {
    return """
    listing:
      card: "div.fiche"
      link: "strong a@href"
      next: "a.older@href"
    ad:
      url: "/d/\\\\d+/$"
      localId: "url:/d/(\\\\d+)/"
      title: {select: "h2.titre", required: true}
      body: {select: ".texte", required: true}
      postedAt: {select: "li.date", required: true}
      place: {select: "li.lieu", required: true}
      category: "li.rubrique"
      fields: {age: "li.age", phone: "li.tel", name: "li.qui", price: "li.prix"}
    """;
  }
}
