package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.maraude.dashboard.pages.Speech;
import org.maraude.dashboard.prevention.Outcomes;
import org.maraude.dashboard.prevention.PlanFile;
import org.maraude.dashboard.prevention.Platform;
import org.maraude.dashboard.prevention.PostKind;
import org.maraude.dashboard.prevention.PostStatus;
import org.maraude.dashboard.prevention.Results;
import org.maraude.dashboard.prevention.ResultsCsv;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What came of a campaign, and its plan as a file for calendars. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "prevention")
class ResultsApi {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final MediaType ICS = new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final Outcomes outcomes;
  private final MessageSource messages;
  private final Clock clock;

  ResultsApi(Outcomes outcomes, MessageSource messages, Clock clock) {
    this.outcomes = outcomes;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping(path = "/campaigns/{id}/results", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "What came of a campaign: by theme, post and orientation",
      description =
          "Who plans no campaigns is told no number of conversations under 11, and none that would"
              + " give one away.")
  Results results(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return outcomes.of(id, person.person());
  }

  @Operation(summary = "The same as a table to save")
  @ApiResponse(
      responseCode = "200",
      description = "a line a theme, post and orientation",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = "string"),
              examples = @ExampleObject(ResultsCsv.HEAD)))
  @GetMapping("/campaigns/{id}/results.csv")
  ResponseEntity<byte[]> csv(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    return file(CSV, "results.csv", ResultsCsv.write(outcomes.of(id, person.person())));
  }

  @Operation(summary = "Themes and planned posts as iCalendar")
  @ApiResponse(
      responseCode = "200",
      description = "an event a theme and post",
      content =
          @Content(
              mediaType = "text/calendar",
              schema = @Schema(type = "string"),
              examples = @ExampleObject("BEGIN:VCALENDAR")))
  @GetMapping("/campaigns/{id}/calendar.ics")
  ResponseEntity<byte[]> calendar(
      @PathVariable UUID id,
      Locale locale,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    var say = new Speech(messages, locale, clock);
    var words =
        new PlanFile.Words() {
          @Override
          public String kind(PostKind kind) {
            return say.word("kind", kind);
          }

          @Override
          public String platform(Platform platform) {
            return say.word("platform", platform);
          }

          @Override
          public String status(PostStatus status) {
            return say.word("postStatus", status);
          }
        };
    return file(ICS, "calendar.ics", outcomes.calendar(id, person.person(), words));
  }

  private static ResponseEntity<byte[]> file(MediaType type, String name, String content) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("maraude-" + name).build().toString())
        .body(content.getBytes(StandardCharsets.UTF_8));
  }
}
