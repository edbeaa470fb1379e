package org.maraude.dashboard.api;

import static org.maraude.dashboard.api.MissingFieldException.needed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.prevention.Picture;
import org.maraude.dashboard.prevention.Pictures;
import org.maraude.dashboard.prevention.Post;
import org.maraude.dashboard.prevention.Posts;
import org.maraude.dashboard.security.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pictures of posts, as they are: the body is the file. */
@RestController
@RequestMapping("/api/v1/posts/{id}/picture")
@Tag(name = "prevention")
class PictureApi {

  private static final String A_FILE = "the bytes of the file";

  private final Posts posts;
  private final Pictures pictures;

  PictureApi(Posts posts, Pictures pictures) {
    this.posts = posts;
    this.pictures = pictures;
  }

  @GetMapping
  @Operation(summary = "The picture of a post, as it was written anew")
  @ApiResponse(
      responseCode = "200",
      description = "a JPEG or PNG of 2,000 pixels a side at most",
      content =
          @Content(
              mediaType = "image/jpeg",
              schema = @Schema(type = "string", format = "binary"),
              examples = @ExampleObject(A_FILE)))
  ResponseEntity<byte[]> read(
      @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn reader) {
    var picture = pictures.of(id, reader.person());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(picture.type()))
        .body(picture.content());
  }

  @PutMapping
  @Operation(
      summary = "Puts a picture to a draft, or another in its place",
      description =
          "A JPEG or PNG of 8 MB at most, known by its content. It is decoded and written anew, so"
              + " that nothing goes along but what is seen. A proposed post is a draft again.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "image/png",
                      schema = @Schema(type = "string", format = "binary"),
                      examples = @ExampleObject(A_FILE))))
  Post put(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Integer version,
      HttpServletRequest request,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person)
      throws IOException {
    posts.of(id, person.person());
    // One byte more than may be tells that it is too large; all of it is nobody's to hold.
    var file = request.getInputStream().readNBytes(Picture.LARGEST_FILE + 1);
    return pictures.put(id, file, needed("version", version), person.person());
  }

  @DeleteMapping
  @Operation(summary = "Takes the picture of a draft away")
  Post remove(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Integer version,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn person) {
    posts.of(id, person.person());
    return pictures.put(id, null, needed("version", version), person.person());
  }
}
