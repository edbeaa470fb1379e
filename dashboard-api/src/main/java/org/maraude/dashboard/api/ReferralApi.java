package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.referral.FactualNote;
import org.maraude.dashboard.referral.MinorItems;
import org.maraude.dashboard.referral.MinorPath;
import org.maraude.dashboard.referral.Notes;
import org.maraude.dashboard.referral.Route;
import org.maraude.dashboard.referral.SecondLooks;
import org.maraude.dashboard.referral.Telling;
import org.maraude.dashboard.referral.Tellings;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The way of a possible minor's item. Items of the adult queue have none: 404. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "minor path")
class ReferralApi {

  /**
   * That somebody was told.
   *
   * @param whom the service, or the function of who answered; no private person
   * @param corrects the row that this one sets right
   */
  record TellingRequest(
      @Nullable Route route,
      @Nullable Instant toldAt,
      @Nullable String whom,
      @Nullable String reference,
      @Nullable UUID corrects) {}

  record LookRequest(@Nullable Boolean agrees, @Nullable String note) {}

  record TellingList(List<Telling> items, @Nullable String next) {}

  record AwaitedList(List<SecondLooks.Awaited> items, @Nullable String next) {}

  private final MinorItems minors;
  private final Notes notes;
  private final Tellings tellings;
  private final SecondLooks looks;
  private final Clock clock;

  ReferralApi(MinorItems minors, Notes notes, Tellings tellings, SecondLooks looks, Clock clock) {
    this.minors = minors;
    this.notes = notes;
    this.tellings = tellings;
    this.looks = looks;
    this.clock = clock;
  }

  @GetMapping("/items/{id}/minor-path")
  @Operation(summary = "Since when the item is flagged, and what is due on it")
  MinorPath path(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn reader) {
    return minors.path(id, reader.person());
  }

  @GetMapping("/items/{id}/note")
  @Operation(
      summary = "The factual note, for a person to hand on; nothing is sent",
      description =
          "Dates, places, words as they stand with contacts masked, signs for and against with"
              + " their rules, links. 'in' is fr or en; without it, Accept-Language decides.")
  FactualNote note(
      @PathVariable UUID id,
      @RequestParam(name = "in", required = false) @Nullable String language,
      @Parameter(hidden = true) Locale own,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn reader) {
    return notes.compose(id, reader.person(), language, own);
  }

  @GetMapping("/items/{id}/tellings")
  @Operation(summary = "Who was told, when and by which way, in the order of noting")
  TellingList tellings(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn reader) {
    return new TellingList(tellings.of(id, reader.person()), null);
  }

  @PostMapping("/items/{id}/tellings")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Notes that a person told somebody; nothing is sent",
      description =
          "A row stays as it was written; 'corrects' names the one that a new row sets right."
              + " The same Idempotency-Key with the same request notes nothing again.")
  TellingList tell(
      @PathVariable UUID id,
      @RequestBody TellingRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    IdempotencyKey.check(key);
    minors.mustBeOne(id, person.person());
    var note =
        Telling.Note.of(
            request.route(),
            request.toldAt(),
            request.whom(),
            request.reference(),
            request.corrects(),
            clock);
    tellings.note(id, person.person(), note, key);
    return new TellingList(tellings.of(id, person.person()), null);
  }

  @GetMapping("/second-looks")
  @Operation(summary = "Minors' referrals that await a second reading by you, oldest first")
  AwaitedList awaited(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn reader) {
    return new AwaitedList(looks.awaited(reader.person()), null);
  }

  @PostMapping("/items/{id}/second-look")
  @Operation(
      summary = "Notes the second reading of a minor's referral",
      description =
          "By another person than who referred: 409 otherwise. Nothing follows by itself.")
  MinorPath look(
      @PathVariable UUID id,
      @RequestBody LookRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    looks.note(id, person.person(), request.agrees(), request.note());
    return minors.path(id, person.person());
  }
}
