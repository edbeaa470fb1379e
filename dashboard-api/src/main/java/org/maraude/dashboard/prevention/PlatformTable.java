package org.maraude.dashboard.prevention;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a platform's table. Pure: bytes and a choice in, lines or problems out. It never stops at
 * the first problem, so that somebody mends a file once and not twenty times.
 */
final class PlatformTable {

  static final int MOST_LINES = 100_000;

  private static final int MOST_COLUMNS = 200;
  private static final int SHOWN_PROBLEMS = 20;
  private static final int SHOWN_SIGNS = 60;
  private static final List<Column> COUNTED =
      List.of(Column.VIEWS, Column.LIKES, Column.COMMENTS, Column.SHARES, Column.SAVES);

  /** The heads and the first lines, to choose by. */
  record Top(List<String> heads, List<List<String>> lines) {}

  /** Which day's standing of which post. */
  private record Key(UUID post, LocalDate day) {}

  private record Seen(long line, Counts counts) {}

  private final ImportChoice choice;
  private final Map<String, UUID> posts;
  private final LocalDate today;
  private final Map<Key, Seen> seen = new HashMap<>();
  private final List<ImportReading.Problem> problems = new ArrayList<>();
  private int more;
  private int leftOut;
  private List<String> heads = List.of();

  private PlatformTable(ImportChoice choice, Map<String, UUID> posts, LocalDate today) {
    this.choice = choice;
    this.posts = posts;
    this.today = today;
  }

  /**
   * The beginning of a table.
   *
   * @throws PreventionException when there is none
   */
  static Top top(byte[] file, Encoding encoding, Separator separator, int lines) {
    var text = encoding.read(file);
    try (var parser = parser(text, separator)) {
      var rows = new ArrayList<List<String>>();
      var records = parser.iterator();
      while (rows.size() <= lines && records.hasNext()) {
        var row = records.next();
        if (!blank(row)) {
          rows.add(row.stream().map(PlatformTable::shortened).toList());
        }
      }
      if (rows.isEmpty() || rows.getFirst().size() > MOST_COLUMNS) {
        throw PreventionException.unfit("import-empty", "the file holds no table");
      }
      return new Top(rows.getFirst(), List.copyOf(rows.subList(1, rows.size())));
    } catch (UncheckedIOException e) {
      throw PreventionException.unfit(
          "import-no-table", "the beginning of the file cannot be read as a table");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * All of a table.
   *
   * @param posts of the campaign, by what the platform calls them
   * @param today no line is of a later day
   * @throws PreventionException when the choice itself cannot be, or the file is in another
   *     encoding
   */
  static ImportReading read(
      byte[] file, ImportChoice choice, Map<String, UUID> posts, LocalDate today) {
    if (!choice.columns().containsKey(Column.REFERENCE)) {
      throw PreventionException.unfit(
          "import-reference-missing", "choose the column that names the post");
    }
    if (COUNTED.stream().noneMatch(choice.columns()::containsKey)) {
      throw PreventionException.unfit(
          "import-counts-missing", "choose one column with counts at least");
    }
    if (!choice.columns().containsKey(Column.DAY) && choice.day() == null) {
      throw PreventionException.unfit(
          "import-day-missing", "choose the column of the day, or give one day for all lines");
    }
    return new PlatformTable(choice, posts, today).read(choice.encoding().read(file));
  }

  private static CSVParser parser(String text, Separator separator) throws IOException {
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator.in(text))
            .setIgnoreEmptyLines(false)
            .get();
    return CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get();
  }

  private ImportReading read(String text) {
    long end = 0;
    int lines = 0;
    try (var parser = parser(text, choice.separator())) {
      try {
        var records = parser.iterator();
        while (records.hasNext()) {
          var row = records.next();
          long line = end + 1;
          end = parser.getCurrentLineNumber();
          if (blank(row)) {
            continue;
          }
          if (heads.isEmpty()) {
            heads = row.stream().map(PlatformTable::shortened).toList();
            knowColumns();
          } else if (++lines > MOST_LINES) {
            problem(line, null, "too-many-lines", Integer.toString(MOST_LINES));
            break;
          } else {
            take(row, line);
          }
        }
      } catch (UncheckedIOException e) {
        // The parser's own words quote the file.
        problem(end + 1, null, "quotes", "");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (lines == 0 && problems.isEmpty()) {
      problem(Math.max(1, end), null, "no-lines", "");
    }
    return reading();
  }

  private void knowColumns() {
    for (int column : choice.columns().values()) {
      if (column < 0 || column >= heads.size()) {
        throw PreventionException.unfit(
            "import-column-unknown", "the table has no such column; choose again");
      }
    }
    if (choice.columns().values().stream().distinct().count() < choice.columns().size()) {
      throw PreventionException.unfit(
          "import-column-twice", "one column cannot be two things; choose again");
    }
  }

  private void take(CSVRecord row, long line) {
    if (row.size() != heads.size()) {
      problem(line, null, "cells", row.size() + " / " + heads.size());
      return;
    }
    var reference = cell(row, Column.REFERENCE).strip();
    var post = posts.get(reference);
    if (post == null) {
      if (choice.leaveOthers()) {
        leftOut++;
      } else {
        problem(line, Column.REFERENCE, "post", reference);
      }
      return;
    }
    int before = problems.size() + more;
    var day = day(row, line);
    var counts =
        new Counts(
            number(row, line, Column.VIEWS),
            number(row, line, Column.LIKES),
            number(row, line, Column.COMMENTS),
            number(row, line, Column.SHARES),
            number(row, line, Column.SAVES));
    if (day == null || problems.size() + more > before) {
      return;
    }
    var earlier = seen.putIfAbsent(new Key(post, day), new Seen(line, counts));
    if (earlier != null && !earlier.counts().equals(counts)) {
      problem(line, Column.REFERENCE, "twice", Long.toString(earlier.line()));
    }
  }

  private @Nullable LocalDate day(CSVRecord row, long line) {
    if (!choice.columns().containsKey(Column.DAY)) {
      return choice.day();
    }
    var written = cell(row, Column.DAY);
    var day = choice.dates().read(written);
    if (day.isEmpty()) {
      problem(line, Column.DAY, "day", written);
      return null;
    }
    if (day.get().isAfter(today)) {
      problem(line, Column.DAY, "later", written);
      return null;
    }
    return day.get();
  }

  private long number(CSVRecord row, long line, Column column) {
    var written = choice.columns().containsKey(column) ? cell(row, column) : "";
    if (written.isBlank()) {
      return 0;
    }
    try {
      long number = WholeNumber.read(written);
      new Counts(number, 0, 0, 0, 0).ofOne();
      return number;
    } catch (PreventionException e) {
      problem(line, column, "count", written);
      return 0;
    }
  }

  private String cell(CSVRecord row, Column column) {
    return row.get(choice.columns().getOrDefault(column, 0));
  }

  private void problem(long line, @Nullable Column column, String code, String value) {
    if (problems.size() == SHOWN_PROBLEMS) {
      more++;
      return;
    }
    var at = column == null ? -1 : choice.columns().getOrDefault(column, -1);
    var head = at < 0 || at >= heads.size() ? "" : heads.get(at);
    problems.add(new ImportReading.Problem(line, head, code, shortened(value)));
  }

  private ImportReading reading() {
    if (!problems.isEmpty()) {
      return new ImportReading(List.of(), leftOut, problems, more);
    }
    var lines =
        seen.entrySet().stream()
            .map(each ->
                new ImportReading.Line(
                    each.getKey().post(), each.getKey().day(), each.getValue().counts()))
            .sorted(
                Comparator.comparing(ImportReading.Line::post)
                    .thenComparing(ImportReading.Line::day))
            .toList();
    return new ImportReading(lines, leftOut, List.of(), 0);
  }

  private static boolean blank(CSVRecord row) {
    return row.stream().allMatch(String::isBlank);
  }

  private static String shortened(String cell) {
    var line = cell.replaceAll("[\\s\\p{Cc}]+", " ").strip();
    return line.codePointCount(0, line.length()) <= SHOWN_SIGNS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, SHOWN_SIGNS)) + "…";
  }
}
