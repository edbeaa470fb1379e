package org.maraude.dashboard.trends;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.maraude.dashboard.pages.Speech;

/** The curve of lifetimes as files: a drawing that stands alone and a table. */
final class LifetimeFile {

  static final String HEADER = "days,share,low_95,high_95";

  private final Lifetimes.Answer answer;
  private final Speech say;
  private final Locale locale;
  private final Instant madeAt;

  LifetimeFile(Lifetimes.Answer answer, Speech say, Locale locale, Instant madeAt) {
    this.answer = answer;
    this.say = say;
    this.locale = locale;
    this.madeAt = madeAt;
  }

  Drawing drawing() {
    var frame = Frame.large("life");
    var parts =
        answer.curve().size() < 2
            ? List.<ChartFile.Part>of()
            : List.of(new ChartFile.Part(chart(frame, "chart"), frame.width(), frame.height()));
    return ChartFile.of(heading(), parts, notes());
  }

  /** The curve alone. */
  String chart(Frame frame, String cssClass) {
    return LifetimeChart.draw(
        answer,
        frame,
        say.text("lifetimes.chart"),
        say.text("lifetimes.described", say.date(answer.from()), say.date(answer.to())),
        say.text("lifetimes.dayShort"),
        locale,
        cssClass);
  }

  /** As {@link VolumeCsv} writes: words on lines with {@code #} first, then a row a point. */
  String csv() {
    var out = new StringBuilder();
    out.append("# ").append(heading()).append(CsvLine.END);
    notes().forEach(note -> out.append("# ").append(note).append(CsvLine.END));
    CsvLine.append(out, List.of(HEADER.split(",")));
    for (var point : answer.curve()) {
      CsvLine.append(
          out,
          List.of(
              Integer.toString(point.days()),
              share(point.share()),
              share(point.low()),
              share(point.high())));
    }
    return out.toString();
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "%.4f", share);
  }

  private String heading() {
    return "%s, %s – %s"
        .formatted(say.text("lifetimes.title"), say.date(answer.from()), say.date(answer.to()));
  }

  private List<String> notes() {
    var source = say.text("trends.source", say.date(madeAt.atZone(ZoneOffset.UTC).toLocalDate()));
    var found =
        answer.ads() == null || answer.curve().size() < 2
            ? say.text("lifetimes.few")
            : say.text(
                    "lifetimes.ads",
                    say.number(answer.ads()),
                    say.date(answer.from()),
                    say.date(answer.to()))
                + " "
                + (answer.median() == null
                    ? say.text("lifetimes.noMedian")
                    : say.text("lifetimes.median", answer.median()));
    return List.of(
        source,
        found,
        say.text("lifetimes.intro"),
        say.text("lifetimes.caveat"),
        say.text("trends.caveat1"));
  }
}
