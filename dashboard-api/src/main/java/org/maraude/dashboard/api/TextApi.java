package org.maraude.dashboard.api;

import static org.maraude.dashboard.api.MissingFieldException.needed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.rounds.templates.MessageTemplate;
import org.maraude.dashboard.rounds.templates.MessageTemplate.Kind;
import org.maraude.dashboard.rounds.templates.Templates;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The texts that people copy on rounds. The program sends none of them. */
@RestController
@RequestMapping("/api/v1/templates")
@Tag(name = "rounds")
class TextApi {

  /** Every version. */
  record TextList(List<MessageTemplate> items, @Nullable String next) {}

  /**
   * A version as it is to be.
   *
   * @param language a two-letter code
   * @param after the version that was read; 0 where there was none
   */
  record TextRequest(
      @Nullable Kind kind,
      @Nullable String language,
      @Nullable Integer after,
      @Nullable String words) {}

  /** Which version. */
  record VersionRequest(
      @Nullable Kind kind, @Nullable String language, @Nullable Integer version) {}

  private final Templates templates;

  TextApi(Templates templates) {
    this.templates = templates;
  }

  @GetMapping
  @Operation(
      summary = "The texts to copy, every version, the newest of each kind and language first",
      description = "What may be copied on a round is the newest approved one of each.")
  TextList all() {
    return new TextList(templates.all(), null);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Writes another version of a text, which nobody may copy before it is approved",
      description = "409 when somebody wrote another since the version that was read.")
  MessageTemplate write(
      @RequestBody TextRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn lead) {
    var kind = needed("kind", request.kind());
    var language = needed("language", request.language());
    int after = needed("after", request.after());
    templates.write(kind, language, after, needed("words", request.words()), lead.person());
    return templates.of(kind, language, after + 1);
  }

  @PostMapping("/approve")
  @Operation(
      summary = "Approves a version that somebody else wrote",
      description = "Refused, by the database too, to who wrote it.")
  MessageTemplate approve(
      @RequestBody VersionRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn lead) {
    var kind = needed("kind", request.kind());
    var language = needed("language", request.language());
    int version = needed("version", request.version());
    templates.approve(kind, language, version, lead.person());
    return templates.of(kind, language, version);
  }
}
