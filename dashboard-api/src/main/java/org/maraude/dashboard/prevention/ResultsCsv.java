package org.maraude.dashboard.prevention;

import java.util.ArrayList;
import java.util.List;
import org.maraude.dashboard.trends.CsvLine;

/** Results as CSV (RFC 4180, UTF-8): a line for each theme, post and orientation, and the total. */
public final class ResultsCsv {

  /** The first line. */
  public static final String HEAD =
      "kind,name,from,to,planned,published,views,likes,comments,shares,saves,relays,conversations";

  private ResultsCsv() {}

  /** Hidden numbers of conversations are written {@code hidden}. */
  public static String write(Results results) {
    var out = new StringBuilder();
    CsvLine.append(out, List.of(HEAD.split(",")));
    for (var line : results.themes()) {
      var theme = line.theme();
      row(
          out,
          List.of(
              "theme",
              theme == null ? "" : theme.title(),
              theme == null ? "" : theme.firstDay().toString(),
              theme == null ? "" : theme.lastDay().toString(),
              number(line.planned()),
              number(line.published())),
          line.counts(),
          number(line.relays()),
          talked(line.conversations()));
    }
    for (var post : results.posts()) {
      row(
          out,
          List.of(
              "post",
              post.words(),
              post.published().toString(),
              post.day() == null ? "" : post.day().toString(),
              "",
              ""),
          post.counts(),
          number(post.relays()),
          "");
    }
    for (var line : results.orientations()) {
      CsvLine.append(
          out,
          List.of(
              "orientation",
              line.orientation().name(),
              "",
              "",
              "",
              "",
              "",
              "",
              "",
              "",
              "",
              "",
              talked(line.conversations())));
    }
    var total = results.total();
    row(
        out,
        List.of(
            "total",
            results.campaign().name(),
            results.campaign().firstDay().toString(),
            results.campaign().lastDay().toString(),
            number(total.planned()),
            number(total.published())),
        total.counts(),
        number(total.relays()),
        talked(total.conversations()));
    return out.toString();
  }

  private static void row(
      StringBuilder out, List<String> first, Counts counts, String relays, String talked) {
    var cells = new ArrayList<>(first);
    cells.add(number(counts.views()));
    cells.add(number(counts.likes()));
    cells.add(number(counts.comments()));
    cells.add(number(counts.shares()));
    cells.add(number(counts.saves()));
    cells.add(relays);
    cells.add(talked);
    CsvLine.append(out, cells);
  }

  private static String number(long value) {
    return Long.toString(value);
  }

  private static String talked(Results.Talked talked) {
    return talked.count() == null ? "hidden" : talked.count().toString();
  }
}
