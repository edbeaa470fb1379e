package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.security.SignedIn;
import org.maraude.dashboard.vault.Opening;
import org.maraude.dashboard.vault.Purpose;
import org.maraude.dashboard.vault.StatedPurpose;
import org.maraude.dashboard.vault.Vault;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opens a sealed contact. */
@RestController
@RequestMapping("/api/v1/items/{id}/contacts/{token}")
@Tag(name = "items")
class ContactApi {

  /**
   * For what a contact is opened.
   *
   * @param words needed with OTHER; kept with the item and never in the audit
   */
  record RevealRequest(@Nullable Purpose purpose, @Nullable String words) {}

  private final Vault vault;

  ContactApi(Vault vault) {
    this.vault = vault;
  }

  @PostMapping("/reveal")
  @Operation(
      summary = "Opens one contact of an item that you hold, for 60 seconds",
      description =
          "Every opening is a line of the audit. Show the value until 'until' and keep it nowhere."
              + " One contact at a time: 409 another-contact-open. The same Idempotency-Key shows"
              + " the same opening for what is left of its minute, then 409 opening-over. 410 when"
              + " the key of its day was destroyed: nobody can open it any more.")
  @ApiResponse(
      responseCode = "200",
      description = "the contact in clear",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Opening.Opened.class)))
  @ApiResponse(
      responseCode = "410",
      description = "it can no longer be opened",
      content =
          @Content(
              mediaType = "application/problem+json",
              examples =
                  @ExampleObject(
                      """
                      {"title": "Gone", "status": 410, "code": "contact-erased",
                       "detail": "the key of the day on which it was sealed was destroyed"}\
                      """)))
  ResponseEntity<?> open(
      @PathVariable UUID id,
      @PathVariable String token,
      @RequestBody RevealRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    IdempotencyKey.check(key);
    var stated = StatedPurpose.of(request.purpose(), request.words());
    return switch (vault.open(id, token, person.person(), stated, key)) {
      case Opening.Opened opened ->
          ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(opened);
      case Opening.Shut shut -> ResponseEntity.status(HttpStatus.GONE).body(problem(shut.cause()));
    };
  }

  private static ProblemDetail problem(Opening.Cause cause) {
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.GONE,
            switch (cause) {
              case KEY_DESTROYED ->
                  "the key of the day on which it was sealed was destroyed: nobody can open it any"
                      + " more";
              case UNREADABLE -> "what is stored was changed or sealed elsewhere: it does not open";
            });
    problem.setProperty("code", cause.code());
    return problem;
  }
}
