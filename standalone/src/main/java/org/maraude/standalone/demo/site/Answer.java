package org.maraude.standalone.demo.site;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP answer before it is written.
 *
 * @param headers in order
 * @param body empty for none
 */
record Answer(int status, Map<String, String> headers, byte[] body) {

  static Answer page(String contentType, byte[] body) {
    return new Answer(200, Map.of("Content-Type", contentType), body);
  }

  static Answer text(int status, String body) {
    return new Answer(
        status,
        Map.of("Content-Type", "text/plain; charset=utf-8"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  static Answer retryAfter(int status, int seconds) {
    return text(status, "Merci de revenir plus tard.\n")
        .with("Retry-After", Integer.toString(seconds));
  }

  static Answer redirect(String location) {
    return new Answer(302, Map.of("Location", location), new byte[0]);
  }

  static Answer notModified() {
    return new Answer(304, Map.of(), new byte[0]);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }
}
