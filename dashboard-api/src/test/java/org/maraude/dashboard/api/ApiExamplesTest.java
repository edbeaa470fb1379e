package org.maraude.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maraude.dashboard.vault.Opening;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every example is what the program itself would read or write. */
class ApiExamplesTest {

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /** An operation's types; an answer that is a file or none has no type. */
  private record Types(Optional<Type> request, Optional<Type> response) {}

  private static Map<String, Types> operations() throws ClassNotFoundException {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    var found = new TreeMap<String, Types>();
    for (var bean : scanner.findCandidateComponents("org.maraude.dashboard")) {
      var type = Class.forName(bean.getBeanClassName());
      for (var method : type.getDeclaredMethods()) {
        var own = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (own != null) {
          var head = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
          var path = (head == null ? "" : first(head.path())) + first(own.path());
          found.put(own.method()[0] + " " + path, types(method));
        }
      }
    }
    return found;
  }

  private static String first(String[] paths) {
    return paths.length == 0 ? "" : paths[0];
  }

  private static Types types(Method method) {
    var request =
        Arrays.stream(method.getParameters())
            .filter(each -> each.isAnnotationPresent(RequestBody.class))
            .map(each -> each.getParameterizedType())
            .findFirst();
    var answer = method.getGenericReturnType();
    if (answer instanceof ParameterizedType entity && entity.getRawType() == ResponseEntity.class) {
      answer = entity.getActualTypeArguments()[0];
    }
    // What opens a contact answers with one of two things; the other one is an error.
    answer = answer.getTypeName().equals("?") ? Opening.Opened.class : answer;
    boolean none = answer == void.class || answer == byte[].class;
    return new Types(request, none ? Optional.empty() : Optional.of(answer));
  }

  @Test
  void everyExampleIsReadIntoTheTypeThatIsSentAndWrittenFromItAgain() throws Exception {
    var examples = ApiExamples.all();
    var operations = operations();
    assertThat(operations).hasSizeGreaterThan(40);
    operations.forEach((name, types) -> {
      check(name + " request", types.request(), examples.at(pointer(name, "request")));
      check(name + " response", types.response(), examples.at(pointer(name, "response")));
    });
    assertThat(operations.keySet()).containsAll(examples.propertyNames());
  }

  private static String pointer(String name, String part) {
    return "/" + name.replace("~", "~0").replace("/", "~1") + "/" + part;
  }

  private static void check(String name, Optional<Type> type, JsonNode example) {
    assertThat(example.isMissingNode()).as(name + " has no example").isEqualTo(type.isEmpty());
    if (type.isPresent()) {
      Object read = STRICT.readValue(example.toString(), STRICT.constructType(type.get()));
      assertThat(STRICT.readTree(STRICT.writeValueAsString(read))).as(name).isEqualTo(example);
    }
  }

  @Test
  void examplesHoldNothingThatCouldBeSomebodys() {
    var all = ApiExamples.all().toString();
    assertThat(
            Stream.of("https?://[^\"]+", "\\+?[0-9][0-9 ]{8,}[0-9]", "[^\" ]+@[^\" ]+")
                .flatMap(pattern ->
                    java.util.regex.Pattern.compile(pattern)
                        .matcher(all)
                        .results()
                        .map(found -> found.group()))
                .filter(Objects::nonNull))
        .allMatch(found ->
            List.of("example.org", "+3363998", "06 39 98", "01 99 00").stream()
                .anyMatch(found::contains));
  }
}
