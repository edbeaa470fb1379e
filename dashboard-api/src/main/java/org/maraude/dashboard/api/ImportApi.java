package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.prevention.Campaigns;
import org.maraude.dashboard.prevention.DateForm;
import org.maraude.dashboard.prevention.Encoding;
import org.maraude.dashboard.prevention.ImportChoice;
import org.maraude.dashboard.prevention.ImportReading;
import org.maraude.dashboard.prevention.PlatformImports;
import org.maraude.dashboard.prevention.Separator;
import org.maraude.dashboard.security.SignedIn;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Platforms' tables of counts, handed in whole: the body is the file. */
@RestController
@RequestMapping("/api/v1/campaigns/{id}/imports")
@Tag(name = "prevention")
class ImportApi {

  private static final String A_TABLE =
      """
      Permalink,Date,Views
      post-1,2026-03-02,1204\
      """;

  /**
   * How to read it. Columns are counted from 0; what the table does not have is left out.
   *
   * @param reference the column by which posts are found
   * @param dayColumn the column of the day; {@code day} says it where there is none
   * @param leaveOthers whether lines of posts that are none of the campaign are left out instead of
   *     being a problem
   */
  record Reading(
      @Nullable Encoding encoding,
      @Nullable Separator separator,
      @Nullable DateForm dates,
      @Nullable Integer reference,
      @Nullable Integer dayColumn,
      @Nullable Integer views,
      @Nullable Integer likes,
      @Nullable Integer comments,
      @Nullable Integer shares,
      @Nullable Integer saves,
      @Nullable LocalDate day,
      @Nullable Boolean leaveOthers) {

    ImportChoice choice() {
      return ImportChoice.of(
          encoding,
          separator,
          dates,
          Arrays.asList(reference, dayColumn, views, likes, comments, shares, saves),
          day,
          leaveOthers);
    }
  }

  /**
   * What came of it.
   *
   * @param lines how many it holds
   * @param leftOut lines of posts that are none of the campaign
   * @param again whether it had been taken in before, and so changed nothing
   * @param changed how many standings are new or other than before
   * @param problems the first of them; with any, nothing would be taken in
   * @param more how many beyond those
   */
  record Imported(
      int lines,
      int leftOut,
      boolean again,
      int changed,
      List<ImportReading.Problem> problems,
      int more) {

    static Imported of(ImportReading reading, boolean again, int changed) {
      return new Imported(
          reading.lines().size(),
          reading.leftOut(),
          again,
          changed,
          reading.problems(),
          reading.more());
    }
  }

  private final Campaigns campaigns;
  private final PlatformImports imports;

  ImportApi(Campaigns campaigns, PlatformImports imports) {
    this.campaigns = campaigns;
    this.imports = imports;
  }

  @PostMapping("/preview")
  @Operation(
      summary = "What a platform's table would bring, without taking anything in",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "text/csv",
                      schema = @Schema(type = "string"),
                      examples = @ExampleObject(A_TABLE))))
  Imported preview(
      @PathVariable UUID id,
      @ParameterObject Reading reading,
      HttpServletRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person)
      throws IOException {
    campaigns.of(id, person.person());
    var looked = imports.look(id, file(request), reading.choice(), person.person());
    return Imported.of(looked, false, 0);
  }

  @PostMapping
  @Operation(
      summary = "Takes a platform's table in: all of it, or nothing when anything in it is wrong",
      description =
          "A file of 16 MB at most. The same file read the same way changes nothing a second time."
              + " 422 with the first problems when there are any.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "text/csv",
                      schema = @Schema(type = "string"),
                      examples = @ExampleObject(A_TABLE))))
  Imported take(
      @PathVariable UUID id,
      @ParameterObject Reading reading,
      HttpServletRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person)
      throws IOException {
    campaigns.of(id, person.person());
    var outcome = imports.take(id, file(request), reading.choice(), person.person());
    if (!outcome.reading().sound()) {
      throw new UnsoundTableException(outcome.reading());
    }
    return Imported.of(outcome.reading(), outcome.again(), outcome.changed());
  }

  private static byte[] file(HttpServletRequest request) throws IOException {
    // One byte more than may be tells that it is too large; all of it is nobody's to hold.
    return request.getInputStream().readNBytes(PlatformImports.LARGEST_FILE + 1);
  }
}
