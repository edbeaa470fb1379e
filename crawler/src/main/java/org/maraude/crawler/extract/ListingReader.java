package org.maraude.crawler.extract;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.maraude.crawler.site.FieldRule;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.urls.CanonicalUrl;
import org.maraude.events.crawl.ListingCard;
import org.maraude.events.crawl.ListingPage;

/** Finds the cards of a listing and its next page, inside the site's scope. */
final class ListingReader {

  private static final Evaluator NEXT =
      Selector.evaluatorOf("link[rel~=(?i)^next$][href], a[rel~=(?i)\\bnext\\b][href]");
  private static final int MOST_CARDS = 1000;
  // Cards that lie in each other have the same words read once for each.
  private static final int DEEPEST_CARD = 4;
  private static final int MOST_CHARACTERS = 8 << 20;

  private ListingReader() {}

  static ListingPage read(SiteFile site, String url, Document html) {
    var cards =
        site.listing().card() == null ? Map.<String, ListingCard>of() : selected(site, url, html);
    if (cards.isEmpty()) {
      // An item list names links only, so a change of an ad does not show in it: second choice.
      cards = listed(site, url, html);
    }
    return new ListingPage(List.copyOf(cards.values()), next(site, url, html));
  }

  private static Map<String, ListingCard> selected(SiteFile site, String url, Document html) {
    var cards = new LinkedHashMap<String, ListingCard>();
    var rules = site.listing();
    if (rules.card() == null || rules.link() == null) {
      return cards;
    }
    int left = MOST_CHARACTERS;
    var found = html.select(rules.card());
    var all = new HashSet<>(found);
    for (var card : found) {
      if (cardsAround(card, all) > DEEPEST_CARD) {
        continue;
      }
      var link = link(rules.link(), card, url).filter(site::covers).orElse(null);
      if (link != null && !cards.containsKey(link)) {
        var text = text(card, rules.ignore());
        left -= text.length();
        if (left < 0 || cards.size() >= MOST_CARDS) {
          break;
        }
        cards.put(link, new ListingCard(link, localId(site, card, link), ContentHash.of(text)));
      }
    }
    return cards;
  }

  private static int cardsAround(Element card, Set<Element> cards) {
    int around = 0;
    for (var parent = card.parent(); parent != null; parent = parent.parent()) {
      around += cards.contains(parent) ? 1 : 0;
      if (around > DEEPEST_CARD) {
        break;
      }
    }
    return around;
  }

  private static Map<String, ListingCard> listed(SiteFile site, String url, Document html) {
    var cards = new LinkedHashMap<String, ListingCard>();
    for (var item : StructuredData.listItems(html)) {
      var link = CanonicalUrl.resolve(url, item.link()).filter(site::covers);
      if (link.isPresent() && cards.size() < MOST_CARDS) {
        cards.putIfAbsent(
            link.get(), new ListingCard(link.get(), null, ContentHash.of(item.text())));
      }
    }
    return cards;
  }

  private static @Nullable String localId(SiteFile site, Element card, String link) {
    var rule = site.ad().localId();
    var reading = rule == null ? Reading.NONE : Found.line(rule, card, link);
    return reading.isEmpty() ? null : reading.value();
  }

  private static String text(Element card, @Nullable Evaluator ignore) {
    var counted = card;
    if (ignore != null) {
      counted = card.clone();
      counted.select(ignore).remove();
    }
    return Html.line(counted);
  }

  private static @Nullable String next(SiteFile site, String url, Document html) {
    var rule = site.listing().next();
    Optional<String> next;
    if (rule == null) {
      var link = html.selectFirst(NEXT);
      next = link == null ? Optional.empty() : CanonicalUrl.resolve(url, link.attr("href"));
    } else {
      next = link(rule, html, url);
    }
    return next.filter(site::covers).filter(target -> !target.equals(url)).orElse(null);
  }

  private static Optional<String> link(FieldRule rule, Element part, String url) {
    return rule.find(part, url)
        .map(found ->
            switch (found) {
              case FieldRule.Found.Value(var value, var way) -> value;
              case FieldRule.Found.InElement(var element, var way) -> element.attr("href");
            })
        .flatMap(link -> CanonicalUrl.resolve(url, link));
  }
}
