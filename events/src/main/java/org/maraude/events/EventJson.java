package org.maraude.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON form of the records, in topics and in NDJSON files alike.
 *
 * <p>Absent values are left out, instants are ISO 8601 in UTC with years of four digits, unknown
 * fields are ignored. Thread safe.
 */
public final class EventJson {

  private static final int LONGEST_TEXT = 4 * 1024 * 1024;

  private static final byte[] BEGINNING =
      ("{\"schema\":" + Event.SCHEMA + ",").getBytes(StandardCharsets.UTF_8);

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxStringLength(LONGEST_TEXT)
                          .build())
                  .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                  .build())
          .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // What is required is said by the records; a count that is missing is none.
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .addModule(new SimpleModule().addDeserializer(Instant.class, new FourDigitYears()))
          .build();

  private EventJson() {}

  /** One line of UTF-8 JSON without a line break. */
  public static byte[] write(Event event) {
    return MAPPER.writeValueAsBytes(event);
  }

  /** One line of JSON without a line break. */
  public static String writeLine(Event event) {
    return MAPPER.writeValueAsString(event);
  }

  /**
   * Reads one record.
   *
   * @throws EventFormatException when the bytes are no JSON object, are of a newer schema, or lack
   *     a required field; the message never repeats the content
   */
  public static <T extends Event> T read(byte[] json, Class<T> type) {
    try {
      // What this program wrote says its schema first and needs no tree to find it.
      return ofThisSchema(json) ? MAPPER.readValue(json, type) : read(MAPPER.readTree(json), type);
    } catch (JacksonException e) {
      throw unreadable(e, type);
    }
  }

  /** As {@link #read(byte[], Class)}, from a line of text. */
  public static <T extends Event> T readLine(String line, Class<T> type) {
    return read(line.getBytes(StandardCharsets.UTF_8), type);
  }

  private static boolean ofThisSchema(byte[] json) {
    return json.length >= BEGINNING.length
        && Arrays.equals(json, 0, BEGINNING.length, BEGINNING, 0, BEGINNING.length);
  }

  private static <T extends Event> T read(JsonNode tree, Class<T> type) {
    if (!(tree instanceof ObjectNode)) {
      throw new EventFormatException("not a JSON object, expected " + type.getSimpleName());
    }
    int schema = tree.path("schema").asInt(Event.SCHEMA);
    if (schema > Event.SCHEMA) {
      throw new EventFormatException(
          "schema %d is newer than this program reads (%d); update the program"
              .formatted(schema, Event.SCHEMA));
    }
    return MAPPER.treeToValue(tree, type);
  }

  /** Neither a database nor a count of milliseconds holds every instant that can be written. */
  private static final class FourDigitYears extends StdDeserializer<Instant> {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    FourDigitYears() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
      var instant = InstantDeserializer.INSTANT.deserialize(parser, context);
      if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
        throw new EventFormatException("an instant lies outside the years 0001 to 9999");
      }
      return instant;
    }
  }

  private static EventFormatException unreadable(JacksonException e, Class<?> type) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof EventFormatException ours) {
        return ours;
      }
    }
    // Jackson's own message quotes the input, which may be an ad: only the place is kept.
    var path = e.getPath();
    var where = path == null || path.isEmpty() ? "" : ", field '" + fieldNames(e) + "'";
    var at = e.getLocation();
    var column = at == null || at.getColumnNr() < 1 ? "" : ", column " + at.getColumnNr();
    return new EventFormatException(
        "not readable as %s%s%s".formatted(type.getSimpleName(), where, column));
  }

  private static String fieldNames(JacksonException e) {
    var names = new StringBuilder();
    for (var reference : e.getPath()) {
      if (reference.getPropertyName() != null) {
        names.append(names.isEmpty() ? "" : ".").append(reference.getPropertyName());
      } else {
        names.append('[').append(reference.getIndex()).append(']');
      }
    }
    return names.toString();
  }
}
