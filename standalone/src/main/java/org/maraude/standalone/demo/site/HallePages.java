package org.maraude.standalone.demo.site;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maraude.standalone.demo.population.DemoAd;
import org.maraude.standalone.demo.population.SiteId;
import org.maraude.standalone.demo.timeline.Lockdown;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A large site whose pages carry everything as JSON-LD; its visible HTML has no telling names. */
final class HallePages implements SitePages {

  private static final Pattern AD = Pattern.compile("/a/(\\d+)-[a-z0-9-]*\\.html");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public SiteId site() {
    return SiteId.HALLE;
  }

  @Override
  public String name() {
    return "La Halle aux annonces";
  }

  @Override
  public Charset charset() {
    return StandardCharsets.UTF_8;
  }

  @Override
  public String contentType() {
    return "text/html;charset=UTF-8";
  }

  @Override
  public int pageSize() {
    return 50;
  }

  @Override
  public Route route(URI target) {
    if (Paths.isRobots(target)) {
      return new Route.Robots();
    }
    String path = target.getPath();
    if (path.startsWith("/compte") || path.startsWith("/api/")) {
      return new Route.Forbidden();
    }
    if (path.equals("/liste.html")) {
      return new Route.Listing(Paths.page(target));
    }
    Matcher ad = AD.matcher(path);
    return ad.matches() ? new Route.Ad(ad.group(1)) : new Route.Unknown();
  }

  @Override
  public String listingPath(int page) {
    return page == 1 ? "/liste.html" : "/liste.html?p=" + page;
  }

  @Override
  public String listing(ListingPage page) {
    StringBuilder html = new StringBuilder(head("Toutes les annonces", ""));
    html.append("<section><h2>Toutes les annonces</h2><ul class=\"x1\">\n");
    for (DemoAd ad : page.ads()) {
      html.append("<li class=\"x2\"><h3><a href=\"")
          .append(path(ad))
          .append("\">")
          .append(Markup.escape(ad.title()))
          .append("</a></h3><p>")
          .append(FrenchDate.day(ad.postedAt()))
          .append(" · ")
          .append(ad.town())
          .append(" · ")
          .append(ad.price() == null ? "-" : ad.price() + " €")
          .append(ad.revision() > 0 ? " · mise à jour" : "")
          .append("</p><a href=\"/compte/message?a=")
          .append(ad.localId())
          .append("\">Écrire</a></li>\n");
    }
    html.append("</ul>");
    if (page.hasNext()) {
      html.append("<a class=\"x9\" rel=\"next\" href=\"")
          .append(listingPath(page.number() + 1))
          .append("\">&raquo;</a>");
    }
    return html.append("</section></body></html>\n").toString();
  }

  @Override
  public String ad(DemoAd ad) {
    StringBuilder html = new StringBuilder(head(ad.title(), script(ad)));
    html.append("<section><h2>")
        .append(Markup.escape(ad.title()))
        .append("</h2><div class=\"x3\">")
        .append(Markup.lines(ad.body()))
        .append("</div>");
    for (int i = 1; i <= ad.images(); i++) {
      html.append(
          "<img loading=\"lazy\" src=\"/media/h/%s-%d.webp\" alt=\"\">".formatted(ad.localId(), i));
    }
    return html.append("<a href=\"/api/numero?a=")
        .append(ad.localId())
        .append("\">Afficher le numéro</a></section></body></html>\n")
        .toString();
  }

  private static String script(DemoAd ad) {
    ObjectNode item = JSON.createObjectNode();
    item.put("@context", "https://schema.org");
    item.put("@type", "Offer");
    item.put("identifier", ad.localId());
    item.put("name", ad.title());
    item.put("description", ad.body());
    item.put("category", ad.category());
    item.put("datePosted", ad.postedAt().atZone(Lockdown.ZONE).toOffsetDateTime().toString());
    ObjectNode address =
        item.putObject("availableAtOrFrom").put("@type", "Place").putObject("address");
    address.put("@type", "PostalAddress");
    address.put("addressLocality", ad.town());
    address.put("postalCode", postalCode(ad.departement()));
    address.put("addressCountry", "FR");
    ObjectNode who = item.putObject("offeredBy").put("@type", "Person");
    who.put("name", ad.name());
    if (ad.phone() instanceof String phone) {
      who.put("telephone", phone);
    }
    if (ad.price() instanceof Integer price) {
      item.put("price", price);
      item.put("priceCurrency", "EUR");
    }
    if (ad.age() instanceof String age) {
      item.putArray("additionalProperty")
          .addObject()
          .put("@type", "PropertyValue")
          .put("name", "age")
          .put("value", age);
    }
    return "<script type=\"application/ld+json\">"
        + JSON.writeValueAsString(item).replace("</", "<\\/")
        + "</script>";
  }

  /**
   * The department's chief town, near enough: {@code 69} is 69000, {@code 2A} 20000, {@code 974}
   * 97400.
   */
  private static String postalCode(String departement) {
    return switch (departement) {
      case "2A" -> "20000";
      case "2B" -> "20200";
      default -> departement.length() == 3 ? departement + "00" : departement + "000";
    };
  }

  private static String path(DemoAd ad) {
    return "/a/" + ad.localId() + "-" + Slug.of(ad.title()) + ".html";
  }

  private static String head(String title, String script) {
    return """
    <!DOCTYPE html>
    <html lang="fr"><head><meta charset="utf-8"><title>%s | La Halle aux annonces</title>%s</head>
    <body><p><a href="/liste.html">La Halle aux annonces</a> <a href="/compte/connexion">Connexion</a>
    <small>Site inventé pour une démonstration.</small></p>
    """
        .formatted(Markup.escape(title), script);
  }

  @Override
  public String robots() {
    return """
    User-agent: autre-robot
    Disallow: /

    User-agent: *
    Allow: /a/
    Disallow: /compte
    Disallow: /api/
    """;
  }

  @Override
  public GoneAnswer gone() {
    return GoneAnswer.GONE;
  }

  @Override
  public String rules() {
    return """
    listing:
      card: "li.x2"
      link: "h3 a@href"
      next: "a[rel=next]@href"
    ad:
      url: "/a/\\\\d+-"
      localId: "url:/a/(\\\\d+)-"
    """;
  }
}
