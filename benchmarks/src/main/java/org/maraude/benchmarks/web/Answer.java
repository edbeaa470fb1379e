package org.maraude.benchmarks.web;

import java.nio.charset.StandardCharsets;

/**
 * What a host does with a request.
 *
 * @param status 0 where it closes the connection without a word
 * @param bytes the whole answer as it goes over the wire
 * @param afterNanos how long it lets the client wait
 * @param asksNanos how long it asks to be left alone after this answer; 0 where it does not
 * @param untilNanos until when it asks to be left alone, by {@link System#nanoTime()}; 0 where it
 *     names no time. A date stands still while the answer waits to be sent.
 */
public record Answer(int status, byte[] bytes, long afterNanos, long asksNanos, long untilNanos) {

  /** An answer at once. */
  public static Answer of(int status, String type, byte[] body) {
    return of(status, type, body, "");
  }

  /**
   * An answer at once.
   *
   * @param headers further lines, each with its line break
   */
  public static Answer of(int status, String type, byte[] body, String headers) {
    var head =
        "HTTP/1.1 %d x\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n"
            .formatted(status, type, body.length, headers)
            .getBytes(StandardCharsets.ISO_8859_1);
    var whole = new byte[head.length + body.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    return new Answer(status, whole, 0, 0, 0);
  }

  public static Answer html(byte[] body) {
    return of(200, "text/html; charset=utf-8", body);
  }

  public static Answer text(int status, String body) {
    return of(status, "text/plain", body.getBytes(StandardCharsets.UTF_8));
  }

  /** The connection is closed without an answer. */
  public static Answer none() {
    return new Answer(0, new byte[0], 0, 0, 0);
  }

  public Answer after(long nanos) {
    return new Answer(status, bytes, nanos, asksNanos, untilNanos);
  }

  public Answer asking(long nanos) {
    return new Answer(status, bytes, afterNanos, nanos, untilNanos);
  }

  public Answer askingUntil(long nanoTime) {
    return new Answer(status, bytes, afterNanos, asksNanos, nanoTime);
  }

  /** How long after an answer that ended then the next request may come, as far as it says. */
  long asksAfter(long end) {
    return untilNanos == 0 ? asksNanos : Math.max(asksNanos, untilNanos - end);
  }
}
