package org.maraude.benchmarks.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Every request, or only their number. Used by the server's thread alone. */
final class AccessLog {

  private final boolean all;
  private final List<Visit> visits = new ArrayList<>();
  private long number;
  private long bytes;

  AccessLog(boolean all) {
    this.all = all;
  }

  void add(Visit visit, long answered) {
    number++;
    bytes += answered;
    if (all) {
      visits.add(visit);
    }
  }

  /** What the hosts together have served: requests and bytes. */
  Answer served() {
    return Answer.text(200, number + " " + bytes);
  }

  Answer whole() {
    var text = new StringBuilder();
    for (var visit : visits) {
      text.append(visit.line());
    }
    return Answer.of(200, "text/plain", text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
