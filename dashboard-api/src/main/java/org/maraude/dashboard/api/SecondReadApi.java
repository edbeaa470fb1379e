package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.queue.DoubleReads;
import org.maraude.dashboard.queue.ItemPage;
import org.maraude.dashboard.queue.Items;
import org.maraude.dashboard.review.Outcome;
import org.maraude.dashboard.review.ReasonCode;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Second readings: an item that somebody else decided, without what they said. */
@RestController
@RequestMapping("/api/v1/second-reads")
@Tag(name = "second readings")
class SecondReadApi {

  /** The reading that is before you now. */
  record Reading(@Schema(example = "6f1f64d2-6a0f-4a43-9d6d-1d8f1a5b7c11") UUID id) {}

  /**
   * What you say.
   *
   * @param reasons one at least
   */
  record ReadRequest(
      @Schema(example = "NO_CONCERN") @Nullable Outcome outcome,
      @Schema(example = "[\"ORDINARY_EXPLANATION\"]") @Nullable List<ReasonCode> reasons) {}

  private final DoubleReads reads;
  private final Items items;

  SecondReadApi(DoubleReads reads, Items items) {
    this.reads = reads;
    this.items = items;
  }

  @PostMapping
  @Operation(
      summary = "Takes the next second reading for 15 minutes; 204 when none waits for you",
      description =
          "One decision in twenty that a person took alone is drawn, by a keyed hash. Who was heard"
              + " on the item never gets it.")
  ResponseEntity<Reading> next(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn reader) {
    return reads
        .next(reader.person())
        .map(id -> ResponseEntity.ok(new Reading(id)))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  @GetMapping("/{id}")
  @Operation(summary = "The item to read, without history and without what was decided")
  ItemPage show(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn reader) {
    return items.blind(reads.itemOf(id, reader.person()), reader.person());
  }

  @PostMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Notes what you say of it; the item itself stays as it is")
  void read(
      @PathVariable UUID id,
      @RequestBody ReadRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn reader) {
    if (request.outcome() == null) {
      throw new MissingFieldException("outcome");
    }
    if (request.reasons() == null || request.reasons().isEmpty()) {
      throw new MissingFieldException("reasons");
    }
    reads.read(id, reader.person(), request.outcome(), request.reasons());
  }
}
