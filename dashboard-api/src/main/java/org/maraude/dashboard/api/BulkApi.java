package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.queue.BulkChoice;
import org.maraude.dashboard.queue.BulkPreview;
import org.maraude.dashboard.queue.BulkResult;
import org.maraude.dashboard.queue.Bulks;
import org.maraude.dashboard.review.Outcome;
import org.maraude.dashboard.review.ReasonCode;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One harmless decision about several items of the adult queue: previewed, confirmed, undone. */
@RestController
@RequestMapping("/api/v1/bulks")
@Tag(name = "bulks")
class BulkApi {

  /**
   * A bulk as sent.
   *
   * @param items 200 at most
   * @param note may be left out
   * @param fingerprint of the preview; only when confirming
   */
  record BulkRequest(
      @Schema(example = "[\"6f1f64d2-6a0f-4a43-9d6d-1d8f1a5b7c11\"]") @Nullable List<UUID> items,
      @Schema(
              example = "NO_CONCERN",
              allowableValues = {"NO_CONCERN", "DUPLICATE", "CANNOT_SAY"})
          @Nullable Outcome outcome,
      @Schema(example = "[\"ORDINARY_EXPLANATION\"]") @Nullable List<ReasonCode> reasons,
      @Schema(example = "") @Nullable String note,
      @Schema(description = "only to confirm", example = "5f0c…") @Nullable String fingerprint) {

    BulkChoice choice() {
      if (items == null) {
        throw new MissingFieldException("items");
      }
      if (outcome == null) {
        throw new MissingFieldException("outcome");
      }
      return new BulkChoice(
          items, outcome, reasons == null ? List.of() : reasons, note == null ? "" : note);
    }
  }

  /**
   * What was undone.
   *
   * @param takenBack how many decisions
   */
  record Undone(@Schema(example = "12") int takenBack) {}

  private final Bulks bulks;

  BulkApi(Bulks bulks) {
    this.bulks = bulks;
  }

  @PostMapping("/preview")
  @Operation(
      summary = "What the decision would change, and what it would leave out and why",
      description =
          "Changes nothing. Items that others hold, that changed, that are decided, that belong to"
              + " the minor queue or must be read on their own are refused, each with its"
              + " reason. Send the fingerprint to confirm.")
  BulkPreview preview(
      @RequestBody BulkRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return bulks.preview(request.choice(), person.person());
  }

  @PostMapping
  @Operation(
      summary = "Does what a preview showed; 409 when anything is no longer as it was shown",
      description =
          "Each item is decided in a transaction of its own, under its own fence: what happened"
              + " meanwhile to one of them keeps none of the others. The same Idempotency-Key with"
              + " the same fingerprint gives the first bulk again.")
  BulkResult confirm(
      @RequestBody BulkRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    IdempotencyKey.check(key);
    var choice = request.choice();
    if (request.fingerprint() == null) {
      throw new MissingFieldException("fingerprint");
    }
    var id = bulks.confirm(choice, request.fingerprint(), person.person(), key);
    return bulks.read(id, person.person());
  }

  @GetMapping("/{id}")
  @Operation(summary = "What became of a bulk: your own, or for a lead anybody's")
  BulkResult read(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return bulks.read(id, person.person());
  }

  @PostMapping("/{id}/undo")
  @Operation(
      summary = "Takes back all that stands of it, within ten minutes; for a lead at any time",
      description =
          "Items that were judged anew since stay as they are. What was told to the streams is"
              + " followed by its reversal.")
  Undone undo(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return new Undone(bulks.undo(id, person.person()));
  }
}
