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
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The map of a week as a file. Its numbers come from the volumes. */
@RestController
@Tag(name = "trends")
class MapApi {

  private static final String PATH = "/api/v1/trends/map";
  private static final String ASKED =
      "week is any day of it, the last whole one when it is left out; measure as for volumes."
          + " The numbers are those of volume with split=departement and per=rate.";

  private final Volumes volumes;
  private final MessageSource messages;
  private final Clock clock;

  MapApi(Volumes volumes, MessageSource messages, Clock clock) {
    this.volumes = volumes;
    this.messages = messages;
    this.clock = clock;
  }

  @Operation(summary = "The departments by rate for a week, as a drawing", description = ASKED)
  @ApiResponse(
      responseCode = "200",
      description = "with key, source and caveats",
      content =
          @Content(
              mediaType = "image/svg+xml",
              schema = @Schema(type = "string"),
              examples = @ExampleObject("<svg xmlns=\"http://www.w3.org/2000/svg\"")))
  @GetMapping(PATH + ".svg")
  ResponseEntity<byte[]> svg(
      @RequestParam(required = false) @Nullable String week,
      @RequestParam(required = false) @Nullable String measure,
      Locale locale) {
    var query = MapQuery.parse(week, measure, volumes.today());
    return Download.svg(name(query), drawing(query, locale));
  }

  @Operation(summary = "The departments by rate for a week, as a picture", description = ASKED)
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
      @RequestParam(required = false) @Nullable String week,
      @RequestParam(required = false) @Nullable String measure,
      Locale locale) {
    var query = MapQuery.parse(week, measure, volumes.today());
    return Download.png(name(query), drawing(query, locale));
  }

  @ExceptionHandler(BadVolumeQueryException.class)
  ProblemDetail badQuery(BadVolumeQueryException e) {
    return e.problem();
  }

  private Drawing drawing(VolumeQuery query, Locale locale) {
    var say = new Speech(messages, locale, clock);
    var table = volumes.answer(query);
    return MapFile.draw(MapPage.of(table, say, locale), new VolumeWords(table, say, locale), say);
  }

  private static String name(VolumeQuery query) {
    return "maraude-map-" + query.from();
  }
}
