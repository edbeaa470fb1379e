package org.maraude.standalone.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.maraude.standalone.UsageException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The settings of an installation for real sites, {@code maraude.yaml}.
 *
 * <pre>
 * association: {name: "...", page: "https://...", email: "..."}
 * sites: sites
 * data: data
 * rules: rules     # optional
 * port: 8080       # optional
 * public_url: https://console.example.org   # optional: as people type it
 * provider: provider.yaml                    # optional: an OpenID Connect provider
 * </pre>
 *
 * <p>Paths are relative to the file.
 */
record RunFile(
    Association association,
    Path sites,
    Path data,
    @Nullable Path rules,
    @Nullable Integer port,
    @JsonProperty("public_url") @Nullable String publicUrl,
    @Nullable Path provider) {

  /** Who the crawler says it is. */
  record Association(String name, String page, String email) {}

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads and checks a file.
   *
   * @throws UsageException with file, line and what to do
   */
  static RunFile read(Path file) {
    if (!Files.isReadable(file)) {
      throw new UsageException(
          "the configuration %s cannot be read; check the path given with --config"
              .formatted(file));
    }
    try {
      return YAML.readValue(file.toFile(), RunFile.class).checked(file);
    } catch (JacksonException e) {
      throw new UsageException(
          "%s, line %d: %s".formatted(file, line(file, e), firstLine(e.getOriginalMessage())));
    }
  }

  private static int line(Path file, JacksonException e) {
    // The parser has read on when it complains, so a key that it names is looked up.
    var path = e.getPath();
    if (path != null && !path.isEmpty() && path.getLast().getPropertyName() != null) {
      var key = path.getLast().getPropertyName() + ":";
      try {
        var lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          if (lines.get(i).contains(key)) {
            return i + 1;
          }
        }
      } catch (IOException unreadable) {
        return 1;
      }
    }
    return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  private RunFile checked(Path file) {
    require(association != null, file, "association");
    require(sites != null, file, "sites");
    require(data != null, file, "data");
    var folder = file.resolveSibling("").toAbsolutePath();
    return new RunFile(
        association,
        folder.resolve(sites),
        folder.resolve(data),
        rules == null ? null : folder.resolve(rules),
        port,
        publicUrl,
        provider == null ? null : folder.resolve(provider));
  }

  private static void require(boolean there, Path file, String key) {
    if (!there) {
      throw new UsageException("%s: '%s' is missing; add it".formatted(file, key));
    }
  }
}
