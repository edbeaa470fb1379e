package org.maraude.benchmarks.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The plans of slow queries as PostgreSQL ran them for somebody, by its own auto_explain. The
 * server must be started again between {@link #ask} and the first query that counts.
 */
final class SlowPlans {

  private static final String ENTRY = "@entry@ ";
  private static final Pattern PLAN =
      Pattern.compile("LOG:\\s+duration: ([0-9.]+) ms  plan:\\s+Query Text: (.*)", Pattern.DOTALL);
  private static final int SHOWN = 6;
  private static final int LONGEST = 2_500;

  private final Path folder;

  /**
   * @param folder for the server's log, made by the server
   */
  SlowPlans(Path folder) {
    this.folder = folder;
  }

  private record Plan(double millis, int times, String text) {

    Plan and(Plan other) {
      var slower = other.millis > millis ? other : this;
      return new Plan(slower.millis, times + other.times, slower.text);
    }
  }

  /** Has the server write down what takes at least so long, from its next start. */
  void ask(JdbcClient sql, int millis) {
    for (var setting :
        List.of(
            "session_preload_libraries = 'auto_explain'",
            "auto_explain.log_min_duration = " + millis,
            "auto_explain.log_analyze = on",
            "auto_explain.log_timing = off",
            "auto_explain.log_buffers = on",
            "log_line_prefix = '" + ENTRY + "'",
            "log_directory = '" + folder + "'",
            "logging_collector = on")) {
      sql.sql("alter system set " + setting).update();
    }
  }

  /** Forgets what an earlier run wrote down. */
  void forget() throws IOException {
    if (Files.isDirectory(folder)) {
      try (var files = Files.list(folder)) {
        for (var file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** The slowest run of each query, slowest first; empty when none was slow. */
  List<String> slowest() {
    Map<String, Plan> byQuery = new HashMap<>();
    for (var entry : log().split(Pattern.quote(ENTRY))) {
      var found = PLAN.matcher(entry);
      if (found.find()) {
        var text = found.group(2).replace("\n\t", "\n").strip();
        var plan = new Plan(Double.parseDouble(found.group(1)), 1, text);
        byQuery.merge(shape(text), plan, Plan::and);
      }
    }
    return byQuery.values().stream()
        .sorted(Comparator.comparingDouble(Plan::millis).reversed())
        .limit(SHOWN)
        .map(plan ->
            "%.0f ms at worst, %d times slow%n%s"
                .formatted(
                    plan.millis(),
                    plan.times(),
                    plan.text().substring(0, Math.min(LONGEST, plan.text().length()))))
        .toList();
  }

  /** The statement without its plan, which differs from run to run. */
  private static String shape(String text) {
    int plan = text.indexOf("(cost=");
    return plan < 0 ? text : text.substring(0, text.lastIndexOf('\n', plan));
  }

  private String log() {
    if (!Files.isDirectory(folder)) {
      return "";
    }
    try (var files = Files.list(folder)) {
      var all = new StringBuilder();
      for (var file : files.sorted().toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
