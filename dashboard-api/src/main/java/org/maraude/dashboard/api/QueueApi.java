package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.queue.Claim;
import org.maraude.dashboard.queue.Claims;
import org.maraude.dashboard.queue.ItemStatus;
import org.maraude.dashboard.queue.QueueList;
import org.maraude.dashboard.queue.QueueQuery;
import org.maraude.dashboard.queue.Queues;
import org.maraude.dashboard.review.QueueKind;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The queues: {@code minor} and {@code adult}. */
@RestController
@RequestMapping("/api/v1/queues/{queue}")
@Tag(name = "queues")
class QueueApi {

  private final Queues queues;
  private final Claims claims;

  QueueApi(Queues queues, Claims claims) {
    this.queues = queues;
    this.claims = claims;
  }

  @GetMapping("/items")
  @Operation(
      summary = "What waits: by age of the flag, then by score; without ad text",
      description =
          "from and to are days (UTC) of the flag, q is searched in the masked text: all words,"
              + " \"in quotes\" one after the other, -not this one.")
  QueueList items(
      @PathVariable QueueKind queue,
      @RequestParam(required = false) @Nullable ItemStatus status,
      @RequestParam(required = false) @Nullable String departement,
      @RequestParam(required = false) @Nullable String rule,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
      @RequestParam(name = "q", required = false) @Nullable String words,
      @RequestParam(required = false) @Nullable String cursor,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn reader) {
    return queues.list(
        queue, new QueueQuery(status, departement, rule, from, to, words, cursor), reader.person());
  }

  @PostMapping("/claim")
  @Operation(summary = "Takes the next free item for 15 minutes; 204 when none is free")
  ResponseEntity<Claim> claim(
      @PathVariable QueueKind queue,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return claims
        .next(queue, person.person())
        .map(ResponseEntity::ok)
        .orElseGet(() -> ResponseEntity.noContent().build());
  }
}
