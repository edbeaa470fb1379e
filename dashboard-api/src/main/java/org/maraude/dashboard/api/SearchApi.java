package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.queue.QueueQuery;
import org.maraude.dashboard.queue.SavedSearch;
import org.maraude.dashboard.queue.SavedSearches;
import org.maraude.dashboard.review.QueueKind;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The searches that you keep, each with a count of what is new in it. Nobody else sees them. */
@RestController
@RequestMapping("/api/v1/searches")
@Tag(name = "searches")
class SearchApi {

  /**
   * A search as sent.
   *
   * @param name yours, of at most 80 characters
   */
  record SearchRequest(
      @Schema(example = "Nantes, new to town") @Nullable String name,
      @Schema(example = "ADULT") @Nullable QueueKind queue,
      @Schema(example = "44") @Nullable String departement,
      @Schema(example = "management-bookings") @Nullable String rule,
      @Schema(example = "\"just arrived\" -hotel") @Nullable String q) {}

  /** What it is to be called. */
  record NameRequest(@Schema(example = "Nantes") @Nullable String name) {}

  private final SavedSearches searches;

  SearchApi(SavedSearches searches) {
    this.searches = searches;
  }

  /**
   * All of them.
   *
   * @param next always null: they are few
   */
  record SearchList(List<SavedSearch> items, @Nullable String next) {}

  @GetMapping
  @Operation(
      summary = "Your saved searches, each with how many open items came since you last looked",
      description = "fresh ends at 100, which stands for as many and more.")
  SearchList list(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn owner) {
    return new SearchList(searches.of(owner.person()), null);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Keeps a search of the open items of a queue; 20 at most")
  SavedSearch save(
      @RequestBody SearchRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn owner) {
    if (request.queue() == null) {
      throw new MissingFieldException("queue");
    }
    if (request.name() == null) {
      throw new MissingFieldException("name");
    }
    var query =
        new QueueQuery(null, request.departement(), request.rule(), null, null, request.q(), null);
    return searches.save(request.queue(), request.name(), query, owner.person());
  }

  @PutMapping("/{id}")
  @Operation(summary = "Gives a saved search another name")
  SavedSearch rename(
      @PathVariable UUID id,
      @RequestBody NameRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn owner) {
    if (request.name() == null) {
      throw new MissingFieldException("name");
    }
    return searches.rename(id, request.name(), owner.person());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Forgets a saved search")
  void delete(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn owner) {
    searches.delete(id, owner.person());
  }

  @PostMapping("/{id}/looked")
  @Operation(
      summary = "Notes that you looked at it: only what comes later is new from here on",
      description = "Answers with the search as it was before, with what was new.")
  SavedSearch looked(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn owner) {
    return searches.look(id, owner.person());
  }
}
