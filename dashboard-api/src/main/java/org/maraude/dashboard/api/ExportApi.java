package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.exports.packages.Kind;
import org.maraude.dashboard.exports.packages.SigningKey;
import org.maraude.dashboard.exports.release.Ask;
import org.maraude.dashboard.exports.release.Asking;
import org.maraude.dashboard.exports.release.Budget;
import org.maraude.dashboard.exports.release.Budgets;
import org.maraude.dashboard.exports.release.Deciding;
import org.maraude.dashboard.exports.release.Release;
import org.maraude.dashboard.exports.release.Releases;
import org.maraude.dashboard.exports.release.Taking;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.dashboard.exports.table.Quarter;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** Counts for researchers, in signed packages. */
@RestController
@RequestMapping("/api/v1/exports")
@Tag(name = "exports")
class ExportApi {

  /**
   * What is asked for.
   *
   * @param epsilon in hundredths, for a public table; absent for a whole quarter's budget
   * @param agreement the signed agreement's name, for a table under agreement
   */
  record ExportRequest(
      @Nullable Kind kind,
      @Nullable Grid grid,
      @Nullable String quarter,
      @Nullable Integer epsilon,
      @Nullable String agreement) {}

  /** A page of releases, and what is left of the budgets. */
  record ExportList(List<Release> items, @Nullable String next, List<Budget> budgets) {}

  /**
   * A release, and where its package is.
   *
   * @param link holds until {@code linkUntil}; null while there is no package
   */
  record ExportAnswer(Release export, @Nullable String link, @Nullable Instant linkUntil) {}

  private final Releases releases;
  private final Asking asking;
  private final Deciding deciding;
  private final Taking taking;
  private final Budgets budgets;
  private final SigningKey key;

  ExportApi(
      Releases releases,
      Asking asking,
      Deciding deciding,
      Taking taking,
      Budgets budgets,
      SigningKey key) {
    this.releases = releases;
    this.asking = asking;
    this.deciding = deciding;
    this.taking = taking;
    this.budgets = budgets;
    this.key = key;
  }

  @GetMapping
  @Operation(summary = "Exports that exist for you, the latest first, and the budgets of noise")
  ExportList list(
      @RequestParam(required = false) @Nullable UUID cursor,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    var found = releases.list(person.person(), cursor);
    var last = Quarter.of(asking.today()).before();
    return new ExportList(
        found.items(), found.next(), List.of(budgets.of(last), budgets.thisYear()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Asks for the table of a quarter",
      description =
          "A PUBLIC one is paid from the budget at once (409 budget-spent when it does not reach)."
              + " A RESEARCH one waits for two people. The same Idempotency-Key with the same request"
              + " gives the first one again.")
  ExportAnswer ask(
      @RequestBody ExportRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotency,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    IdempotencyKey.check(idempotency);
    if (request.kind() == null) {
      throw new MissingFieldException("kind");
    }
    if (request.grid() == null) {
      throw new MissingFieldException("grid");
    }
    if (request.quarter() == null) {
      throw new MissingFieldException("quarter");
    }
    var ask =
        Ask.of(
            request.kind(),
            request.grid(),
            request.quarter(),
            request.epsilon(),
            request.agreement(),
            asking.today());
    return answer(asking.ask(ask, person.person(), idempotency));
  }

  @GetMapping("/{id}")
  @Operation(summary = "How far an export is, and a link to its package that holds for an hour")
  ExportAnswer read(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return answer(releases.of(id, person.person()));
  }

  @PostMapping("/{id}/approve")
  @Operation(summary = "Approves an export under agreement; with the second one it is made")
  ExportAnswer approve(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return answer(deciding.approve(id, person.person()));
  }

  @PostMapping("/{id}/refuse")
  @Operation(summary = "Refuses an export under agreement")
  ExportAnswer refuse(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return answer(deciding.refuse(id, person.person()));
  }

  @PostMapping("/{id}/again")
  @Operation(summary = "Has a purged package made again: the same bytes, and nothing is spent")
  ExportAnswer again(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return answer(taking.again(id, person.person()));
  }

  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/zip",
              schema = @Schema(type = "string", format = "binary"),
              examples = @ExampleObject("PK")))
  @GetMapping("/{id}/{file}")
  @Operation(summary = "The package; 410 when the link is over or the package was purged")
  ResponseEntity<byte[]> take(
      @PathVariable UUID id,
      @PathVariable String file,
      @RequestParam(defaultValue = "0") long until,
      @RequestParam(defaultValue = "") String seal,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file).build().toString())
        .body(taking.take(id, file, until, seal, person.person()));
  }

  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/x-pem-file",
              schema = @Schema(type = "string"),
              examples = @ExampleObject("-----BEGIN PUBLIC KEY-----")))
  @GetMapping("/key.pem")
  @Operation(summary = "The public key that packages are checked with")
  ResponseEntity<byte[]> key() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/x-pem-file"))
        .body(key.publicPem().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  private ExportAnswer answer(Release release) {
    boolean there = release.file() != null;
    return new ExportAnswer(
        release,
        there
            ? "/api/v1/exports/%s/%s?%s"
                .formatted(release.id(), release.file(), taking.link(release))
            : null,
        there ? taking.linkUntil() : null);
  }
}
