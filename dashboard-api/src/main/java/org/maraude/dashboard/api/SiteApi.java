package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.sites.SiteRow;
import org.maraude.dashboard.sites.Sites;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the crawl of each site stands. */
@RestController
@RequestMapping("/api/v1/sites")
@Tag(name = "sites")
class SiteApi {

  record SiteList(List<SiteRow> items, @Nullable String next) {}

  private final Sites sites;

  SiteApi(Sites sites) {
    this.sites = sites;
  }

  @GetMapping
  @Operation(summary = "Every site's state and health")
  SiteList all() {
    return new SiteList(sites.all(), null);
  }
}
