package org.maraude.dashboard.trends;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files to save. */
final class Download {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final MediaType SVG = new MediaType("image", "svg+xml");

  private Download() {}

  /**
   * A table.
   *
   * @param name without ending
   */
  static ResponseEntity<byte[]> csv(String name, String content) {
    return file(CSV, name + ".csv", content.getBytes(StandardCharsets.UTF_8));
  }

  /** A drawing as it is. */
  static ResponseEntity<byte[]> svg(String name, Drawing drawing) {
    return file(SVG, name + ".svg", drawing.svg().getBytes(StandardCharsets.UTF_8));
  }

  /** The very same drawing as a picture. */
  static ResponseEntity<byte[]> png(String name, Drawing drawing) {
    return file(MediaType.IMAGE_PNG, name + ".png", Png.of(drawing));
  }

  private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] content) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content);
  }
}
