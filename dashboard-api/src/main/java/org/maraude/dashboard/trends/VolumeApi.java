package org.maraude.dashboard.trends;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.pages.Speech;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Volumes for scripts and as files; the language is the request's. */
@RestController
@Tag(name = "trends")
class VolumeApi {

  private static final String PATH = "/api/v1/trends/volume";
  private static final String ASKED =
      "from and to are days, by is day or week, split is none, site, departement, region or"
          + " category, measure is new, ads, advertisers, returning or gone, per is count or rate"
          + " (a 100,000 inhabitants), compare is none, year (52 weeks earlier) or the earlier"
          + " period's first day, which is taken to the nearest same weekday. What is left out is"
          + " the usual: new ads a week of half a year.";

  private final Volumes volumes;
  private final MessageSource messages;
  private final Clock clock;

  VolumeApi(Volumes volumes, MessageSource messages, Clock clock) {
    this.volumes = volumes;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * The answer as JSON.
   *
   * @param notes source, bands and caveats, to be shown wherever the numbers are
   */
  record Answer(
      String title,
      Instant madeAt,
      List<Period> periods,
      List<Period> earlierPeriods,
      List<Series> series,
      List<BandAnswer> bands,
      List<String> notes) {}

  /**
   * One group; its cells go with the periods.
   *
   * @param rates a 100,000 inhabitants; null where the count is hidden or nobody knows how many
   *     live there
   * @param earlier the cells of {@code earlierPeriods}
   * @param changes in percent of the earlier count; null where it says nothing
   */
  record Series(
      String group,
      String name,
      List<Cell> cells,
      List<@Nullable Double> rates,
      List<Cell> earlier,
      List<@Nullable Double> changes) {}

  /** A band with its name in the request's language. */
  record BandAnswer(
      String id,
      String name,
      String firstDay,
      String lastDay,
      boolean demo,
      Band.Kind kind,
      List<String> departements) {}

  @Operation(
      summary = "Counts of ads with their intervals, coverage, bands and caveats",
      description = ASKED)
  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  Answer json(@ParameterObject VolumeQuery.Asked asked, Locale locale) {
    var table = answer(asked);
    var words = words(table, locale);
    var series = new ArrayList<Series>();
    table.lines().forEach(line -> series.add(series(table, line, words)));
    var bands =
        table.bands().stream()
            .map(band ->
                new BandAnswer(
                    band.id(),
                    words.name(band),
                    band.firstDay().toString(),
                    band.lastDay().toString(),
                    band.demo(),
                    band.kind(),
                    band.departements()))
            .toList();
    return new Answer(
        words.title(),
        table.madeAt(),
        table.periods(),
        table.earlier(),
        series,
        bands,
        words.notes());
  }

  private static Series series(VolumeTable table, VolumeTable.Line line, VolumeWords words) {
    var rates = new ArrayList<@Nullable Double>();
    var changes = new ArrayList<@Nullable Double>();
    for (int i = 0; i < line.cells().size(); i++) {
      var count = line.cells().get(i).count();
      rates.add(
          count == null ? null : Inhabitants.rate(table.query().split(), line.group(), count));
      if (!line.earlier().isEmpty()) {
        changes.add(Change.percent(table, line, i));
      }
    }
    return new Series(
        line.group(), words.group(line.group()), line.cells(), rates, line.earlier(), changes);
  }

  @Operation(summary = "The same as a table to save", description = ASKED)
  @ApiResponse(
      responseCode = "200",
      description = "title, caveats and a line a period",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = "string"),
              examples = @ExampleObject(VolumeCsv.HEADER)))
  @GetMapping(PATH + ".csv")
  ResponseEntity<byte[]> csv(@ParameterObject VolumeQuery.Asked asked, Locale locale) {
    var table = answer(asked);
    return Download.csv(name(table.query()), VolumeCsv.write(table, words(table, locale)));
  }

  @Operation(summary = "The same as a drawing to save", description = ASKED)
  @ApiResponse(
      responseCode = "200",
      description = "with title, source and caveats",
      content =
          @Content(
              mediaType = "image/svg+xml",
              schema = @Schema(type = "string"),
              examples = @ExampleObject("<svg xmlns=\"http://www.w3.org/2000/svg\"")))
  @GetMapping(PATH + ".svg")
  ResponseEntity<byte[]> svg(@ParameterObject VolumeQuery.Asked asked, Locale locale) {
    var table = answer(asked);
    return Download.svg(name(table.query()), drawing(table, locale));
  }

  @Operation(summary = "The same as a picture to save", description = ASKED)
  @ApiResponse(
      responseCode = "200",
      description = "the drawing at twice its size, with the same words and no more numbers",
      content =
          @Content(
              mediaType = "image/png",
              schema = @Schema(type = "string", format = "binary"),
              examples = @ExampleObject(Png.BEGINS)))
  @GetMapping(PATH + ".png")
  ResponseEntity<byte[]> png(@ParameterObject VolumeQuery.Asked asked, Locale locale) {
    var table = answer(asked);
    return Download.png(name(table.query()), drawing(table, locale));
  }

  @ExceptionHandler(BadVolumeQueryException.class)
  ProblemDetail badQuery(BadVolumeQueryException e) {
    return e.problem();
  }

  private VolumeTable answer(VolumeQuery.Asked asked) {
    return volumes.answer(VolumeQuery.parse(asked, volumes.today()));
  }

  private VolumeWords words(VolumeTable table, Locale locale) {
    return new VolumeWords(table, new Speech(messages, locale, clock), locale);
  }

  private Drawing drawing(VolumeTable table, Locale locale) {
    var words = words(table, locale);
    return ChartFile.draw(words.heading(), words.filePanels(), words.notes(), locale);
  }

  private static String name(VolumeQuery query) {
    return "maraude-%s-%s".formatted(query.from(), query.to());
  }
}
