package org.maraude.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A record that travels in a topic or stands on one line of an NDJSON file.
 *
 * <p>Its JSON form begins with a {@code schema} number, so that a reader knows a form it is too old
 * for. Fields a reader does not know are ignored; a field that is missing although required is an
 * {@link EventFormatException}.
 */
@JsonPropertyOrder("schema")
public interface Event {

  /** The number of the form that today's code writes, the same for every record. */
  int SCHEMA = 1;

  @JsonProperty(value = "schema", access = JsonProperty.Access.READ_ONLY)
  default int schema() {
    return SCHEMA;
  }
}
