package org.maraude.analyzer.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.assess.AdReader;
import org.maraude.analyzer.assess.Decision;
import org.maraude.analyzer.rules.RuleFile;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.events.EventFormatException;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.Signal;

/** What a changed rule set would do to a file of ads: each ad is read once and judged twice. */
public final class Backtest implements AutoCloseable {

  private static final int EXAMPLES = 3;
  private static final int EXAMPLE_LENGTH = 160;

  private final AdReader reader = AdReader.create();
  private final RuleSet before;
  private final RuleSet after;

  private Backtest(List<RuleFile> before, List<RuleFile> after) {
    this.before = RuleSet.load(before, reader);
    this.after = RuleSet.load(after, reader);
  }

  /**
   * Reads both sets.
   *
   * @throws org.maraude.analyzer.rules.RuleSetException when either holds a mistake
   */
  public static Backtest open(List<RuleFile> before, List<RuleFile> after) {
    return new Backtest(before, after);
  }

  /** An ad as an example, its text masked and cut. */
  public record Example(String adId, String text) {}

  /** What changed for one rule; at most three examples each. */
  public record RuleChange(
      long newly, long noLonger, List<Example> newExamples, List<Example> lostExamples) {}

  /** So many ads went from one queue to another. */
  public record Move(Queue from, Queue to, long ads, List<Example> examples) {}

  /**
   * The result.
   *
   * @param rules by id; only those that fire elsewhere than before
   */
  public record Report(
      long ads,
      long bad,
      Map<Queue, Long> before,
      Map<Queue, Long> after,
      List<Move> moves,
      Map<String, RuleChange> rules) {}

  /** Hears of progress and of lines that were skipped. */
  public interface Listener {
    /**
     * So far.
     *
     * @param flagged of these ads, in a queue under the changed rules
     */
    void progress(long ads, long flagged);

    void badLine(long number, String reason);
  }

  private record Judged(
      long number,
      @Nullable Example ad,
      @Nullable Decision before,
      @Nullable Decision after,
      @Nullable String problem) {}

  /**
   * Judges every line under both sets.
   *
   * @throws IOException when reading fails
   */
  public Report run(InputStream in, Listener listener) throws IOException {
    var count = new Count();
    OrderedWork.run(
        new Lines(in, AdLine.LONGEST),
        Runtime.getRuntime().availableProcessors(),
        this::judge,
        batch -> {
          for (var judged : batch) {
            if (judged.problem() != null) {
              count.bad++;
              listener.badLine(judged.number(), judged.problem());
            } else {
              count.add(judged);
            }
          }
          listener.progress(count.ads, count.ads - count.after.getOrDefault(Queue.NONE, 0L));
        });
    return count.report();
  }

  private Judged judge(Lines.Line line) {
    try {
      var ad = AdLine.read(line);
      if (ad.isEmpty()) {
        return new Judged(line.number(), null, null, null, null);
      }
      var read = reader.read(ad.get());
      var text = (read.published().title() + " | " + read.published().body()).replace('\n', ' ');
      int end =
          text.offsetByCodePoints(
              0, Math.min(EXAMPLE_LENGTH, text.codePointCount(0, text.length())));
      var example = new Example(read.ad().adId(), text.substring(0, end));
      return new Judged(
          line.number(), example, Decision.on(read, before), Decision.on(read, after), null);
    } catch (EventFormatException e) {
      return new Judged(line.number(), null, null, null, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      var problem = "cannot be assessed: " + e.getClass().getSimpleName();
      return new Judged(line.number(), null, null, null, problem);
    }
  }

  private static final class Count {
    private long ads;
    private long bad;
    private final Map<Queue, Long> before = new EnumMap<>(Queue.class);
    private final Map<Queue, Long> after = new EnumMap<>(Queue.class);
    private final Map<String, Move> moves = new TreeMap<>();
    private final Map<String, RuleChange> rules = new TreeMap<>();

    void add(Judged judged) {
      if (judged.ad() == null || judged.before() == null || judged.after() == null) {
        return;
      }
      ads++;
      var from = judged.before().queue();
      var to = judged.after().queue();
      before.merge(from, 1L, Long::sum);
      after.merge(to, 1L, Long::sum);
      if (from != to) {
        moves.merge(
            from + ">" + to,
            new Move(from, to, 1, List.of(judged.ad())),
            (old, one) ->
                new Move(from, to, old.ads() + 1, joined(old.examples(), one.examples())));
      }
      var had = fired(judged.before());
      var has = fired(judged.after());
      var both = new TreeSet<>(had);
      both.addAll(has);
      for (var rule : both) {
        if (had.contains(rule) != has.contains(rule)) {
          var ad = List.of(judged.ad());
          var change =
              has.contains(rule)
                  ? new RuleChange(1, 0, ad, List.of())
                  : new RuleChange(0, 1, List.of(), ad);
          rules.merge(rule, change, Count::sum);
        }
      }
    }

    Report report() {
      for (var queue : Queue.values()) {
        before.putIfAbsent(queue, 0L);
        after.putIfAbsent(queue, 0L);
      }
      return new Report(ads, bad, before, after, List.copyOf(moves.values()), rules);
    }

    private static RuleChange sum(RuleChange one, RuleChange other) {
      return new RuleChange(
          one.newly() + other.newly(),
          one.noLonger() + other.noLonger(),
          joined(one.newExamples(), other.newExamples()),
          joined(one.lostExamples(), other.lostExamples()));
    }

    private static List<Example> joined(List<Example> some, List<Example> more) {
      var all = new ArrayList<>(some);
      all.addAll(more);
      return List.copyOf(all.subList(0, Math.min(EXAMPLES, all.size())));
    }

    private static Set<String> fired(Decision decision) {
      return decision.signals().stream().map(Signal::rule).collect(Collectors.toSet());
    }
  }

  @Override
  public void close() {
    before.close();
    after.close();
  }
}
