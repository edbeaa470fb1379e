package org.maraude.dashboard.trends.findings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.pages.Speech;
import org.maraude.dashboard.trends.BadVolumeQueryException;
import org.maraude.dashboard.trends.VolumeAnswers;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Findings for scripts; the language is the request's. */
@RestController
@Tag(name = "trends")
class FindingsApi {

  private final VolumeAnswers volumes;
  private final MessageSource messages;
  private final Clock clock;

  FindingsApi(VolumeAnswers volumes, MessageSource messages, Clock clock) {
    this.volumes = volumes;
    this.messages = messages;
    this.clock = clock;
  }

  /** The answer as JSON. */
  record Answer(Instant madeAt, List<Told.Group> groups, List<String> caveats) {}

  @Operation(
      summary = "What changed, by how much and how sure, in words and numbers",
      description =
          "Takes what the volumes take. Steps at the start of each band, change points and unusual"
              + " weeks; a change of -0.26 is a fall of 26 %, with its 95 % interval. Nothing is"
              + " computed from hidden counts or from periods with too few visits.")
  @GetMapping(path = "/api/v1/trends/findings", produces = MediaType.APPLICATION_JSON_VALUE)
  Answer findings(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String by,
      @RequestParam(required = false) @Nullable String split,
      @RequestParam(required = false) @Nullable String measure,
      Locale locale) {
    var table = volumes.answer(from, to, by, split, measure);
    var told =
        FindingWords.all(
            Findings.of(table), table.query().split(), new Speech(messages, locale, clock), locale);
    return new Answer(table.madeAt(), told.groups(), told.caveats());
  }

  @ExceptionHandler(BadVolumeQueryException.class)
  ProblemDetail badQuery(BadVolumeQueryException e) {
    return e.problem();
  }
}
