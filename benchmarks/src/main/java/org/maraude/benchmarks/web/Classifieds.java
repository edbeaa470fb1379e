package org.maraude.benchmarks.web;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * The pages of made-up classifieds: realistic in size (8 to 15 KB of HTML, some 100 words of text),
 * bland in content, the same at every request. Telephone numbers are from a range reserved for
 * fiction.
 *
 * @param cards how many ads a listing page shows
 */
public record Classifieds(int cards) {

  private static final String[] SENTENCES = {
    "Bonjour, je suis de passage dans votre ville pour quelques jours seulement.",
    "Je reçois sur rendez-vous, du lundi au vendredi, de dix heures à dix-neuf heures.",
    "Merci de téléphoner au moins une heure à l'avance, je ne réponds pas aux messages.",
    "Le quartier est calme, proche de la gare et du tramway, le stationnement est facile.",
    "Appartement clair au deuxième étage, avec ascenseur, interphone et café offert.",
    "Je parle français et anglais, un peu espagnol, et je suis ponctuelle et souriante.",
    "Pas de numéro masqué, merci de vous présenter et de rester poli au téléphone.",
    "Les tarifs sont indiqués par téléphone et ne se discutent pas, inutile d'insister.",
    "Je travaille seule et en toute indépendance depuis plusieurs années dans la région.",
    "Absente le dimanche et les jours fériés, de retour le lundi matin comme d'habitude.",
    "Discrétion assurée et demandée, dans le respect et la bonne humeur de chacun.",
    "Annonce mise à jour chaque semaine, les dates indiquées sont toujours exactes.",
  };

  private static final String[] TOWNS = {
    "Bordeaux (33)", "Nantes (44)", "Lille (59)", "Lyon (69)", "Rennes (35)", "Dijon (21)"
  };

  private static final int FEWEST_SENTENCES = 7;
  private static final int FEWEST_LINKS = 60;
  private static final int MOST_LINKS = 110;
  private static final String STYLE = style();

  private static String style() {
    var css = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      css.append(".c%d{margin:0 %dpx;padding:%dpx;color:#%06x}\n".formatted(i, i, i % 7, i * 4096));
    }
    return css.toString();
  }

  /**
   * A listing page, newest first.
   *
   * @param page from 1
   * @param ads how many there are now
   */
  public byte[] listing(int host, int page, int ads) {
    var html = head("Annonces, page " + page, new SplittableRandom(host));
    int first = ads - (page - 1) * cards;
    for (int ad = first; ad > Math.max(0, first - cards); ad--) {
      html.append("<article class=ad><a class=title href=\"/ad/").append(ad);
      html.append("\">Annonce ").append(ad).append("</a><p class=where>");
      html.append(TOWNS[ad % TOWNS.length]).append("</p><a href=\"/private/").append(ad);
      html.append("\">contact</a></article>\n");
    }
    if (first > cards) {
      html.append("<a rel=next href=\"/list?page=").append(page + 1).append("\">suite</a>\n");
    }
    return foot(html);
  }

  /** The page of an ad. */
  public byte[] ad(int host, int ad) {
    var random = new SplittableRandom(host * 1_000_003L + ad);
    var html = head("Annonce " + ad, random);
    html.append("<main data-id=\"").append(ad).append("\"><h1>Annonce numéro ").append(ad);
    html.append("</h1><time datetime=\"2026-11-0").append(1 + ad % 9).append("T10:00\"></time>");
    html.append("<p class=place>").append(TOWNS[ad % TOWNS.length]).append("</p>");
    html.append("<div class=body>");
    int from = random.nextInt(SENTENCES.length);
    int sentences = FEWEST_SENTENCES + random.nextInt(3);
    for (int i = 0; i < sentences; i++) {
      html.append("<p>").append(SENTENCES[(from + i * 5) % SENTENCES.length]).append("</p>\n");
    }
    html.append("</div><span class=age>").append(25 + ad % 40).append(" ans</span>");
    html.append("<span class=phone>06 39 98 ");
    html.append("%02d %02d".formatted(host % 100, ad % 100));
    html.append("</span><span class=price>").append(80 + ad % 9 * 10).append(" €</span></main>\n");
    return foot(html);
  }

  private static StringBuilder head(String title, SplittableRandom random) {
    var html = new StringBuilder(16_000);
    html.append("<!doctype html>\n<html lang=fr><head><meta charset=utf-8><title>").append(title);
    html.append("</title><style>").append(STYLE).append("</style></head><body><nav><ul>\n");
    int links = FEWEST_LINKS + random.nextInt(MOST_LINKS - FEWEST_LINKS);
    for (int i = 0; i < links; i++) {
      html.append("<li class=\"c").append(i % 40).append("\"><a href=\"/rubrique/").append(i);
      html.append("\" title=\"Toutes les annonces\">Rubrique ").append(i).append("</a></li>\n");
    }
    return html.append("</ul></nav>\n");
  }

  private static byte[] foot(StringBuilder html) {
    html.append("<footer><p>Conditions générales, mentions légales, aide, contact, plan.</p>");
    html.append("</footer></body></html>\n");
    return html.toString().getBytes(StandardCharsets.UTF_8);
  }
}
