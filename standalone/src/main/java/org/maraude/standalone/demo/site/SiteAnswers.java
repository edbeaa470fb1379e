package org.maraude.standalone.demo.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.maraude.standalone.demo.population.DemoAd;
import org.maraude.standalone.demo.world.ListedAds;

/** Answers a site's requests, but for the wire. Thread-safe. */
final class SiteAnswers {

  private static final String WALL =
      """
      <!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Vérification du navigateur</title></head>
      <body><h1>Un instant</h1><form id="challenge"><p>Confirmez que vous n'êtes pas un robot.</p></form></body></html>
      """;

  private final SitePages pages;
  private final IntFunction<ListedAds> listedByPage;
  private final FaultPlan faults;
  private final Validators validators = new Validators();
  private final AtomicInteger adRequests = new AtomicInteger();

  /** What came: validators as sent, null where not. */
  record Asked(URI target, @Nullable String ifNoneMatch, @Nullable String ifModifiedSince) {}

  /**
   * @param answer to be written
   * @param delayMillis to wait before
   */
  record Timed(Answer answer, long delayMillis) {}

  /**
   * @param listedByPage the ads to list when this listing page is read, or an ad's page: 0
   */
  SiteAnswers(SitePages pages, IntFunction<ListedAds> listedByPage, FaultPlan faults) {
    this.pages = pages;
    this.listedByPage = listedByPage;
    this.faults = faults;
  }

  Timed answer(Asked asked) {
    return switch (pages.route(asked.target())) {
      case Route.Robots() -> soon(Answer.text(200, pages.robots()));
      case Route.Listing(int page) -> soon(listing(asked, page));
      case Route.Ad(String localId) -> ad(localId);
      case Route.Forbidden() -> soon(Answer.text(200, "Réservé aux membres.\n"));
      case Route.Unknown() -> soon(Answer.text(404, "Page introuvable.\n"));
    };
  }

  private static Timed soon(Answer answer) {
    return new Timed(answer, 0);
  }

  private Answer listing(Asked asked, int number) {
    ListedAds listed = listedByPage.apply(number);
    ListingPage page = ListingPage.of(listed.on(pages.site()), number, pages.pageSize());
    if (number > page.pages()) {
      return Answer.text(404, "Page introuvable.\n");
    }
    Answer full =
        Answer.page(pages.contentType(), Markup.encode(pages.listing(page), pages.charset()));
    return validators.conditional(
        asked.target().toString(),
        full,
        listed.at().truncatedTo(ChronoUnit.SECONDS),
        asked.ifNoneMatch(),
        asked.ifModifiedSince());
  }

  private Timed ad(String localId) {
    Fault fault = faults.at(adRequests.incrementAndGet());
    return switch (fault) {
      case NONE -> soon(adPage(localId));
      case SLOW -> new Timed(adPage(localId), 700);
      case TOO_MANY_REQUESTS -> soon(Answer.retryAfter(429, 1));
      case UNAVAILABLE -> soon(Answer.retryAfter(503, 2));
      case WALL ->
          soon(Answer.page("text/html; charset=utf-8", WALL.getBytes(StandardCharsets.UTF_8)));
    };
  }

  private Answer adPage(String localId) {
    DemoAd ad = listedByPage.apply(0).find(pages.site(), localId).orElse(null);
    if (ad != null) {
      return Answer.page(pages.contentType(), Markup.encode(pages.ad(ad), pages.charset()));
    }
    return switch (pages.gone()) {
      case NOT_FOUND -> Answer.text(404, "Annonce introuvable.\n");
      case GONE -> Answer.text(410, "Annonce retirée.\n");
      case BACK_TO_LISTING -> Answer.redirect(pages.listingPath(1));
    };
  }
}
