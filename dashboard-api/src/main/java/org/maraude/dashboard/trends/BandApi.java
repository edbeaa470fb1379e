package org.maraude.dashboard.trends;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.api.IdempotencyKey;
import org.maraude.dashboard.paging.BadQueryException;
import org.maraude.dashboard.queue.KeyReusedException;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The bands for scripts. */
@RestController
@RequestMapping("/api/v1/trends/events")
@Tag(name = "trends")
class BandApi {

  private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);

  private final Bands bands;
  private final BandBook book;
  private final Clock clock;

  BandApi(Bands bands, BandBook book, Clock clock) {
    this.bands = bands;
    this.book = book;
    this.clock = clock;
  }

  /** All bands; there are few, so there is no next page. */
  record BandList(List<Band> items, @Nullable String next) {}

  @GetMapping
  @Operation(
      summary = "Lockdowns, rule changes, outages and local events of these days",
      description =
          "Those of version 0 are read off the records: days on which rules changed or visits"
              + " failed. Nobody edits them.")
  BandList all(
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to) {
    return new BandList(
        bands.within(
            from == null ? FIRST : from,
            to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(1) : to),
        null);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Adds a band",
      description = "The same Idempotency-Key with the same request gives the first one again.")
  Band add(
      @RequestBody BandDraft.Typed typed,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    IdempotencyKey.check(key);
    return book.add(typed.draft(), person.person(), key);
  }

  @PutMapping("/{id}")
  @Operation(summary = "Gives a band another form; 409 when it was changed meanwhile")
  Band change(
      @PathVariable String id,
      @RequestBody BandDraft.Typed typed,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    IdempotencyKey.check(key);
    book.of(id);
    return book.change(id, typed.draft(), person.person(), key);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Takes a band away; its history stays; 409 when it was changed meanwhile")
  void remove(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") int version,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    IdempotencyKey.check(key);
    book.remove(id, version, person.person(), key);
  }

  @ExceptionHandler(BandException.class)
  ResponseEntity<ProblemDetail> refused(BandException e) {
    var status = BandController.status(e);
    return ResponseEntity.status(status).body(problem(status, "band-" + e.code(), e));
  }

  @ExceptionHandler(KeyReusedException.class)
  ProblemDetail keyReused(KeyReusedException e) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, "key-reused", e);
  }

  @ExceptionHandler(BadQueryException.class)
  ProblemDetail badKey(BadQueryException e) {
    return problem(HttpStatus.BAD_REQUEST, "bad-parameter", e);
  }

  private static ProblemDetail problem(HttpStatus status, String code, Exception e) {
    var problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(e.getMessage()));
    problem.setProperty("code", code);
    return problem;
  }
}
