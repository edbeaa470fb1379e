package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.security.SignedIn;
import org.maraude.dashboard.sites.OrderReason;
import org.maraude.dashboard.sites.SiteOrder;
import org.maraude.dashboard.sites.SiteOrders;
import org.maraude.dashboard.sites.SiteRow;
import org.maraude.dashboard.sites.Sites;
import org.maraude.events.crawl.CrawlControl;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How the crawl of each site stands, and orders to the crawler. */
@RestController
@RequestMapping("/api/v1/sites")
@Tag(name = "sites")
class SiteApi {

  private static final String TAKEN =
      "Answers when the order is kept; the crawler obeys within seconds, and the site's state tells"
          + " so. The same Idempotency-Key with the same request gives the first answer again.";

  /**
   * @param orderForAll the latest order for all sites together; null when there was none
   */
  record SiteList(List<SiteRow> items, @Nullable SiteOrder orderForAll, @Nullable String next) {}

  /**
   * Why an order is given.
   *
   * @param note shown to everybody who sees the sites; needed with OTHER
   */
  record OrderRequest(@Nullable OrderReason reason, @Nullable String note) {}

  private final Sites sites;
  private final SiteOrders orders;

  SiteApi(Sites sites, SiteOrders orders) {
    this.sites = sites;
    this.orders = orders;
  }

  @GetMapping
  @Operation(summary = "Every site's state, its cause, its health and its orders")
  SiteList all() {
    return new SiteList(sites.all(), sites.orderForAll().orElse(null), null);
  }

  @PostMapping("/{id}/pause")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Orders that nothing more is asked of a site", description = TAKEN)
  SiteOrder pause(
      @PathVariable String id,
      @RequestBody OrderRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return give(id, CrawlControl.Order.PAUSE, request, key, person);
  }

  @PostMapping("/{id}/resume")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Orders that a paused site is read again", description = TAKEN)
  SiteOrder resume(
      @PathVariable String id,
      @RequestBody OrderRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return give(id, CrawlControl.Order.RESUME, request, key, person);
  }

  @PostMapping("/stop-all")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Orders that nothing more is asked of any site", description = TAKEN)
  SiteOrder stopAll(
      @RequestBody OrderRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return give(CrawlControl.ALL_SITES, CrawlControl.Order.PAUSE, request, key, person);
  }

  @PostMapping("/resume-all")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Ends a stop of all sites; sites that were paused alone stay so",
      description = TAKEN)
  SiteOrder resumeAll(
      @RequestBody OrderRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return give(CrawlControl.ALL_SITES, CrawlControl.Order.RESUME, request, key, person);
  }

  private SiteOrder give(
      String siteId,
      CrawlControl.Order order,
      OrderRequest request,
      @Nullable String key,
      SignedIn person) {
    IdempotencyKey.check(key);
    var note = request.note() == null ? "" : request.note();
    return orders.give(siteId, order, request.reason(), note, person.person(), key);
  }
}
