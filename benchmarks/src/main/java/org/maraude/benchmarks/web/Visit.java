package org.maraude.benchmarks.web;

/**
 * One request as the server saw it.
 *
 * @param host counted from 0
 * @param begin when its first byte was there, in nanoseconds of the server's {@link
 *     System#nanoTime()}
 * @param end when the last byte of the answer had been handed over, or the connection was gone
 * @param asksNanos how long the answer asked to be left alone; 0 where it did not
 * @param status 0 where there was no answer
 * @param path with its query
 */
public record Visit(int host, long begin, long end, long asksNanos, int status, String path) {

  String line() {
    return host + "\t" + begin + "\t" + end + "\t" + asksNanos + "\t" + status + "\t" + path + "\n";
  }

  static Visit parse(String line) {
    var parts = line.split("\t", 6);
    return new Visit(
        Integer.parseInt(parts[0]),
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        Long.parseLong(parts[3]),
        Integer.parseInt(parts[4]),
        parts[5]);
  }
}
