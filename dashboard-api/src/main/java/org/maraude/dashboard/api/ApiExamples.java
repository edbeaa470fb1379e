package org.maraude.dashboard.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds examples to the description: of each request and answer from {@code openapi-examples.json},
 * which a test reads into the very types that are sent, and of the errors as they are sent.
 */
@Configuration(proxyBeanMethods = false)
class ApiExamples {

  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";
  private static final String FILE = "/maraude/openapi-examples.json";

  /** An error that many operations answer with. */
  record Problem(String status, String when, Map<String, Object> body) {

    static Problem of(int status, String title, String code, String detail, String when) {
      var body = new LinkedHashMap<String, Object>();
      body.put("title", title);
      body.put("status", status);
      body.put("detail", detail);
      body.put("code", code);
      return new Problem(Integer.toString(status), when, body);
    }
  }

  static final Problem UNKNOWN =
      Problem.of(
          401,
          "Unauthorized",
          "no-valid-token",
          "send 'Authorization: Bearer TOKEN'; ./maraude token makes one",
          "no token, or one that is over");

  static final Problem FORBIDDEN =
      Problem.of(
          403,
          "Forbidden",
          "not-permitted",
          "the role of this log-in or token does not permit it",
          "the role of the token does not permit it");

  /** What is known of each operation, by method and path. */
  static JsonNode all() {
    try (InputStream in = ApiExamples.class.getResourceAsStream(FILE)) {
      return JsonMapper.shared().readTree(Objects.requireNonNull(in, FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Bean
  OpenApiCustomizer examples() {
    var known = all();
    return description -> add(description, known);
  }

  private static void add(OpenAPI description, JsonNode known) {
    description
        .getPaths()
        .forEach((path, item) ->
            item.readOperationsMap()
                .forEach((method, operation) -> {
                  add(operation, known.path(method + " " + path));
                  boolean open =
                      operation.getSecurity() != null && operation.getSecurity().isEmpty();
                  if (!open) {
                    add(operation, UNKNOWN);
                    add(operation, FORBIDDEN);
                  }
                }));
  }

  private static void add(Operation operation, JsonNode example) {
    var request = operation.getRequestBody();
    if (request != null && example.has("request")) {
      media(request.getContent(), JSON).setExample(plain(example.get("request")));
    }
    operation
        .getResponses()
        .forEach((status, answer) -> {
          if (status.equals("204")) {
            answer.setContent(null);
          } else if (status.startsWith("2") && example.has("response")) {
            if (answer.getContent() == null) {
              answer.setContent(new Content());
            }
            var media = media(answer.getContent(), JSON);
            media.setExamples(null);
            media.setExample(plain(example.get("response")));
          }
        });
  }

  private static void add(Operation operation, Problem problem) {
    var content =
        new Content()
            .addMediaType(
                PROBLEM,
                new MediaType()
                    .schema(new Schema<>().$ref("#/components/schemas/ProblemDetail"))
                    .example(problem.body()));
    operation
        .getResponses()
        .addApiResponse(
            problem.status(), new ApiResponse().description(problem.when()).content(content));
  }

  private static MediaType media(Content content, String type) {
    return content.computeIfAbsent(type, missing -> new MediaType());
  }

  private static Object plain(JsonNode node) {
    return JsonMapper.shared().treeToValue(node, Object.class);
  }
}
