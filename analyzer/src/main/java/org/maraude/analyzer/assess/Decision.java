package org.maraude.analyzer.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.maraude.analyzer.rules.Indicator;
import org.maraude.analyzer.rules.RuleMatch;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.analyzer.rules.Scoring;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.Signal;
import org.maraude.events.assessment.Signal.Group;

/**
 * What the signs of one ad amount to. Pure: the same signs give the same decision.
 *
 * <p>Several rules of one indicator count once, by the strongest. A group's sum is capped. A group
 * speaks when its sum is above zero. An ad enters the adult queue when enough groups speak and the
 * score reaches the threshold; the minor path asks for neither.
 *
 * @param signals every rule that fired, by group and falling weight
 * @param score the sum of the capped groups, in log-odds, to three decimals
 * @param why see the package
 */
public record Decision(List<Signal> signals, double score, Queue queue, List<String> why) {

  private static final double EXACT = 1000;
  private static final String DISGUISE_UNDONE = "disguise-undone";

  public Decision {
    signals = List.copyOf(signals);
    why = List.copyOf(why);
  }

  /** What these rules make of an ad that was read. */
  public static Decision on(ReadAd read, RuleSet rules) {
    return on(read, rules.matches(read.words(), read.facts()), rules.scoring());
  }

  /** The same, of rules that were matched already. */
  static Decision on(ReadAd read, List<RuleMatch> matches, Scoring scoring) {
    var doubt = AgeDoubt.in(read.published().facts()) || AgeDoubt.named(matches, read.words());
    var decision = of(matches, scoring, doubt);
    var cuts = read.cuts();
    return cuts.isEmpty() ? decision : decision.because(cuts);
  }

  private Decision because(List<String> more) {
    var all = new ArrayList<>(why);
    all.addAll(more);
    return new Decision(signals, score, queue, all);
  }

  /**
   * @param ageInDoubt see {@link AgeDoubt}
   */
  static Decision of(List<RuleMatch> matches, Scoring scoring, boolean ageInDoubt) {
    return ofSignals(matches.stream().map(Decision::signal).toList(), scoring, ageInDoubt);
  }

  /** The same of signals that were made before. */
  static Decision ofSignals(List<Signal> signals, Scoring scoring, boolean ageInDoubt) {
    var found = signals.stream().map(Signal::id).collect(Collectors.toSet());
    var why = new ArrayList<String>();
    minorReasons(found, ageInDoubt, why);
    boolean minor = !why.isEmpty();

    var sums = sums(signals);
    double score = 0;
    int groups = 0;
    var capped = new ArrayList<String>();
    for (var sum : sums.entrySet()) {
      double cap = scoring.cap(sum.getKey());
      score += Math.min(sum.getValue(), cap);
      groups += sum.getValue() > 0 ? 1 : 0;
      if (sum.getValue() > cap) {
        capped.add("capped:" + sum.getKey());
      }
    }
    score = exact(score);
    why.add("score:" + figure(score));
    why.add("groups:" + groups);
    why.addAll(capped);
    protectiveReasons(signals, why);

    boolean adult = groups >= scoring.adultGroups() && score >= scoring.adultThreshold();
    var queue = minor ? Queue.MINOR : adult ? Queue.ADULT : Queue.NONE;
    if (queue == Queue.NONE) {
      missing(groups, score, scoring, why);
    }
    return new Decision(sorted(signals), score, queue, why);
  }

  private static void minorReasons(Set<String> found, boolean ageInDoubt, List<String> why) {
    if (found.contains(Indicator.AGE_BELOW_18.id())) {
      why.add("minor:age-below-18");
    }
    boolean inconsistent = ageInDoubt || found.contains(Indicator.AGE_INCONSISTENT.id());
    if (inconsistent && found.contains(Indicator.YOUTH_WORDING.id())) {
      why.add("minor:youth-wording");
    }
  }

  private static void protectiveReasons(List<Signal> signals, List<String> why) {
    signals.stream()
        .filter(signal -> signal.weight() < 0)
        .map(signal -> "protective:" + signal.id())
        .distinct()
        .forEach(why::add);
  }

  private static void missing(int groups, double score, Scoring scoring, List<String> why) {
    if (groups < scoring.adultGroups()) {
      why.add("missing:second-group");
    }
    if (score < scoring.adultThreshold()) {
      why.add("missing:score:" + figure(exact(scoring.adultThreshold() - score)));
    }
  }

  /** What several rules of one indicator bring: the strongest alone. */
  private record Strongest(Group group, double weight) {}

  private static Map<Group, Double> sums(List<Signal> signals) {
    Map<String, Strongest> strongest = new TreeMap<>();
    for (var signal : signals) {
      strongest.merge(
          signal.id(),
          new Strongest(signal.group(), signal.weight()),
          (one, other) -> Math.abs(other.weight()) > Math.abs(one.weight()) ? other : one);
    }
    Map<Group, Double> sums = new EnumMap<>(Group.class);
    strongest.values().forEach(each -> sums.merge(each.group(), each.weight(), Double::sum));
    sums.replaceAll((group, sum) -> exact(sum));
    return sums;
  }

  static Signal signal(RuleMatch match) {
    return new Signal(
        match.rule().indicator().id(),
        match.rule().id(),
        match.rule().version(),
        match.rule().group(),
        match.rule().weight(),
        match.spans(),
        match.isDisguised() ? DISGUISE_UNDONE : null);
  }

  private static List<Signal> sorted(List<Signal> signals) {
    return signals.stream()
        .sorted(
            Comparator.comparing(Signal::group)
                .thenComparing(Comparator.comparingDouble(Signal::weight).reversed())
                .thenComparing(Signal::rule))
        .toList();
  }

  /** Sums of tenths are no tenths in binary; a threshold must not hang on that. */
  private static double exact(double value) {
    return Math.round(value * EXACT) / EXACT;
  }

  /** Of a number with three decimals, as {@code "%.2f"} writes it: a formatter reads it anew. */
  static String figure(double value) {
    long hundredths = (Math.abs(Math.round(value * EXACT)) + 5) / 10;
    long rest = hundredths % 100;
    return (value < 0 ? "-" : "") + hundredths / 100 + (rest < 10 ? ".0" : ".") + rest;
  }
}
