package org.maraude.standalone.demo.site;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maraude.standalone.demo.population.DemoAd;
import org.maraude.standalone.demo.population.SiteId;
import org.maraude.standalone.demo.timeline.Lockdown;

/** A large site of today's make without structured data: only selectors read it. */
final class QuaiPages implements SitePages {

  private static final Pattern AD = Pattern.compile("/annonce/(\\d+)");

  @Override
  public SiteId site() {
    return SiteId.QUAI;
  }

  @Override
  public String name() {
    return "Les annonces du Quai";
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
    return 40;
  }

  @Override
  public Route route(URI target) {
    if (Paths.isRobots(target)) {
      return new Route.Robots();
    }
    String path = target.getPath();
    if (path.equals("/annonces")) {
      return new Route.Listing(Paths.page(target));
    }
    if (path.startsWith("/prive/") || path.equals("/recherche")) {
      return new Route.Forbidden();
    }
    Matcher ad = AD.matcher(path);
    return ad.matches() ? new Route.Ad(ad.group(1)) : new Route.Unknown();
  }

  @Override
  public String listingPath(int page) {
    return page == 1 ? "/annonces" : "/annonces?page=" + page;
  }

  @Override
  public String listing(ListingPage page) {
    StringBuilder html = new StringBuilder(head("Annonces récentes"));
    html.append("<main><h1>Annonces récentes</h1>\n");
    for (DemoAd ad : page.ads()) {
      html.append(card(ad));
    }
    html.append("<nav class=\"pages\">page ").append(page.number());
    html.append(" sur ").append(page.pages());
    if (page.hasNext()) {
      html.append(" <a rel=\"next\" href=\"")
          .append(listingPath(page.number() + 1))
          .append("\">Page suivante</a>");
    }
    return html.append("</nav></main>\n").append(foot()).toString();
  }

  private static String card(DemoAd ad) {
    return """
    <article class="ad" data-id="%s">
      <a class="title" href="/annonce/%s">%s</a>
      <span class="place">%s (%s)</span>
      <span class="price">%s</span>%s
      <a class="save" href="/prive/favoris?ajouter=%s">Garder</a>
    </article>
    """
        .formatted(
            ad.localId(),
            ad.localId(),
            Markup.escape(ad.title()),
            ad.town(),
            ad.departement(),
            price(ad),
            ad.revision() > 0 ? "\n  <em class=\"changed\">modifiée</em>" : "",
            ad.localId());
  }

  @Override
  public String ad(DemoAd ad) {
    StringBuilder html = new StringBuilder(head(ad.title()));
    html.append("<main class=\"annonce\" data-id=\"").append(ad.localId()).append("\">\n");
    html.append("<h1>").append(Markup.escape(ad.title())).append("</h1>\n");
    html.append("<p class=\"meta\">Publiée le <time datetime=\"")
        .append(ad.postedAt().atZone(Lockdown.ZONE).toOffsetDateTime())
        .append("\">")
        .append(FrenchDate.day(ad.postedAt()))
        .append("</time> dans <span class=\"category\">")
        .append(ad.category())
        .append("</span> à <span class=\"place\">")
        .append(ad.town())
        .append(" (")
        .append(ad.departement())
        .append(")</span></p>\n<dl>\n");
    item(html, "alias", "Prénom", ad.name());
    if (ad.age() instanceof String age) {
      item(html, "age", "Âge", age);
    }
    if (ad.phone() instanceof String phone) {
      item(html, "phone", "Téléphone", phone);
    }
    if (ad.price() != null) {
      item(html, "price", "Tarif", price(ad));
    }
    html.append("</dl>\n<div class=\"body\">")
        .append(Markup.paragraphs(ad.body(), "p"))
        .append("</div>\n<div class=\"photos\">");
    for (int i = 1; i <= ad.images(); i++) {
      html.append("<img src=\"/media/%s/%d.jpg\" alt=\"\">".formatted(ad.localId(), i));
    }
    return html.append("</div></main>\n").append(foot()).toString();
  }

  private static void item(StringBuilder html, String name, String label, String value) {
    html.append("<dt>")
        .append(label)
        .append("</dt><dd class=\"")
        .append(name)
        .append("\">")
        .append(Markup.escape(value))
        .append("</dd>\n");
  }

  private static String price(DemoAd ad) {
    return ad.price() == null ? "sur demande" : ad.price() + " €";
  }

  private static String head(String title) {
    return """
    <!doctype html>
    <html lang="fr"><head><meta charset="utf-8"><title>%s - Les annonces du Quai</title>
    <link rel="stylesheet" href="/media/site.css"></head>
    <body><header><a href="/annonces">Les annonces du Quai</a>
    <a href="/recherche?ville=">Chercher</a> <a href="/prive/compte">Mon compte</a></header>
    """
        .formatted(Markup.escape(title));
  }

  private static String foot() {
    return "<footer>Site inventé pour une démonstration. <a href=\"/prive/signaler\">Signaler</a></footer></body></html>\n";
  }

  @Override
  public String robots() {
    return """
    # Les annonces du Quai
    User-agent: *
    Disallow: /prive/
    Disallow: /recherche
    Disallow: /media/
    """;
  }

  @Override
  public GoneAnswer gone() {
    return GoneAnswer.NOT_FOUND;
  }

  @Override
  public String rules() {
    return """
    listing:
      card: "article.ad"
      link: "a.title@href"
      next: "a[rel=next]@href"
    ad:
      url: "/annonce/\\\\d+$"
      localId: "@data-id | url:/annonce/(\\\\d+)"
      title: {select: "h1", required: true}
      body: {select: ".body", required: true}
      postedAt: {select: "time@datetime", required: true}
      place: {select: ".meta .place", required: true}
      category: ".meta .category"
      images: ".photos img"
      fields: {age: "dd.age", phone: "dd.phone", name: "dd.alias", price: "dd.price"}
    """;
  }
}
