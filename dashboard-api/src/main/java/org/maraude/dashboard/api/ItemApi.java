package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.queue.Claim;
import org.maraude.dashboard.queue.Claims;
import org.maraude.dashboard.queue.DecisionAnswer;
import org.maraude.dashboard.queue.Decisions;
import org.maraude.dashboard.queue.HandOvers;
import org.maraude.dashboard.queue.ItemPage;
import org.maraude.dashboard.queue.Items;
import org.maraude.dashboard.queue.Reversals;
import org.maraude.dashboard.review.Choice;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One item. Every reading is logged. */
@RestController
@RequestMapping("/api/v1/items/{id}")
@Tag(name = "items")
class ItemApi {

  /**
   * A decision as sent.
   *
   * @param fence from the claim
   * @param reasons one at least
   * @param note may be left out
   */
  record DecisionRequest(
      @Nullable Long fence,
      @Nullable Outcome outcome,
      @Nullable List<ReasonCode> reasons,
      @Nullable String note) {}

  /** The claim that is to last longer. */
  record HoldRequest(@Nullable Long fence) {}

  /**
   * Who is to have the item.
   *
   * @param to a user's name
   */
  record AssignRequest(@Nullable String to) {}

  private final Items items;
  private final Claims claims;
  private final HandOvers handOvers;
  private final Decisions decisions;
  private final Reversals reversals;

  ItemApi(
      Items items, Claims claims, HandOvers handOvers, Decisions decisions, Reversals reversals) {
    this.items = items;
    this.claims = claims;
    this.handOvers = handOvers;
    this.decisions = decisions;
    this.reversals = reversals;
  }

  @GetMapping
  @Operation(summary = "The item with its text in marked pieces, its signs and its reasons")
  ItemPage read(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn reader) {
    return items.read(id, reader.person());
  }

  @PostMapping("/claim")
  @Operation(summary = "Takes this item for 15 minutes; 409 when somebody else has it")
  Claim claim(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return claims.one(id, person.person());
  }

  @PostMapping("/release")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Lets the item go undecided; 409 when you do not hold it")
  void release(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    claims.release(id, person.person());
  }

  @PostMapping("/hold")
  @Operation(summary = "Keeps an item that you hold for two hours from now; 409 otherwise")
  Claim hold(
      @PathVariable UUID id,
      @RequestBody HoldRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    if (request.fence() == null) {
      throw new MissingFieldException("fence");
    }
    return handOvers.hold(id, person.person(), request.fence());
  }

  @PostMapping("/assign")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Hands the item to a colleague for two hours",
      description = "Who holds it may do so, and a lead; 409 when the colleague cannot take it.")
  void assign(
      @PathVariable UUID id,
      @RequestBody AssignRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    if (request.to() == null) {
      throw new MissingFieldException("to");
    }
    handOvers.give(id, person.person(), request.to());
  }

  @PostMapping("/undo")
  @Operation(
      summary =
          "Takes your last opinion back within ten minutes; the item is yours again (204: another"
              + " person reads it or is awaited)",
      description =
          "A lead may take back any decision at any time. What was told to the streams is followed"
              + " by its reversal.")
  ResponseEntity<Claim> undo(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return reversals
        .undo(id, person.person())
        .map(ResponseEntity::ok)
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  @PostMapping("/decision")
  @Operation(
      summary = "Decides under the claim's fence; 409 tells what happened meanwhile",
      description =
          "An adult referral is settled when a second person says the same. The same"
              + " Idempotency-Key with the same request gives the first answer again.")
  DecisionAnswer decide(
      @PathVariable UUID id,
      @RequestBody DecisionRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    IdempotencyKey.check(key);
    if (request.fence() == null) {
      throw new MissingFieldException("fence");
    }
    if (request.outcome() == null) {
      throw new MissingFieldException("outcome");
    }
    var choice =
        new Choice(
            request.fence(),
            request.outcome(),
            request.reasons() == null ? List.of() : request.reasons(),
            request.note() == null ? "" : request.note());
    return decisions.decide(id, person.person(), choice, key);
  }
}
