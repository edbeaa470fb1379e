package org.maraude.dashboard.trends;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.pages.Speech;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How long ads stay, for scripts. */
@RestController
@Tag(name = "trends")
class LifetimesApi {

  private static final String PATH = "/api/v1/trends/lifetimes";

  private final Lifetimes lifetimes;
  private final MessageSource messages;
  private final Clock clock;

  LifetimesApi(Lifetimes lifetimes, MessageSource messages, Clock clock) {
    this.lifetimes = lifetimes;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "How long the ads stay that were new in these weeks",
      description =
          "Kaplan-Meier with its 95 % interval. The curve falls by eleven ads or more at once; ads is"
              + " absent when fewer than eleven were new. What is left out is the last half year.")
  Lifetimes.Answer json(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    return lifetimes.asked(from, to);
  }

  @Operation(summary = "The same as a table to save")
  @ApiResponse(
      responseCode = "200",
      description = "caveats and a line a point of the curve",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = "string"),
              examples = @ExampleObject(LifetimeFile.HEADER)))
  @GetMapping(PATH + ".csv")
  ResponseEntity<byte[]> csv(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      Locale locale) {
    var answer = lifetimes.asked(from, to);
    return Download.csv(name(answer), file(answer, locale).csv());
  }

  @Operation(summary = "The same as a drawing to save")
  @ApiResponse(
      responseCode = "200",
      description = "with source and caveats",
      content =
          @Content(
              mediaType = "image/svg+xml",
              schema = @Schema(type = "string"),
              examples = @ExampleObject("<svg xmlns=\"http://www.w3.org/2000/svg\"")))
  @GetMapping(PATH + ".svg")
  ResponseEntity<byte[]> svg(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      Locale locale) {
    var answer = lifetimes.asked(from, to);
    return Download.svg(name(answer), file(answer, locale).drawing());
  }

  @Operation(summary = "The same as a picture to save")
  @ApiResponse(
      responseCode = "200",
      description = "the drawing at twice its size",
      content =
          @Content(
              mediaType = "image/png",
              schema = @Schema(type = "string", format = "binary"),
              examples = @ExampleObject(Png.BEGINS)))
  @GetMapping(PATH + ".png")
  ResponseEntity<byte[]> png(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      Locale locale) {
    var answer = lifetimes.asked(from, to);
    return Download.png(name(answer), file(answer, locale).drawing());
  }

  @ExceptionHandler(BadVolumeQueryException.class)
  ProblemDetail badQuery(BadVolumeQueryException e) {
    return e.problem();
  }

  private LifetimeFile file(Lifetimes.Answer answer, Locale locale) {
    return new LifetimeFile(answer, new Speech(messages, locale, clock), locale, clock.instant());
  }

  private static String name(Lifetimes.Answer answer) {
    return "maraude-lifetimes-%s-%s".formatted(answer.from(), answer.to());
  }
}
