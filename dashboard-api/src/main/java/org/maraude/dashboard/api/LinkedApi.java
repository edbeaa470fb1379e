package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.maraude.dashboard.linked.LinkedAds;
import org.maraude.dashboard.linked.LinkedItems;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What shares something with an item. */
@RestController
@Tag(name = "items")
class LinkedApi {

  private final LinkedItems linked;

  LinkedApi(LinkedItems linked) {
    this.linked = linked;
  }

  @GetMapping("/api/v1/items/{id}/linked")
  @Operation(
      summary = "Other items with the same contact, text or advertiser, and the text they share",
      description =
          "Items of queues that you may not see are left out, 100 are shown at most. Texts are"
              + " masked. 'slots' has the words that all have, and between them what changes, such"
              + " as {\"fixed\": \"Bonjour je suis\", \"fillings\": []} and {\"fixed\": \"\","
              + " \"fillings\": [\"Lina\", \"Mia\"]}.")
  LinkedAds linked(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn reader) {
    return linked.of(id, reader.person());
  }
}
