package org.maraude.analyzer.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.Signal;

/** What the rules make of labelled ads, counted. */
final class Scorecard {

  private record Judged(LabelledAd labelled, Assessment assessment) {}

  private final RuleSet rules;
  private final List<Judged> judged = new ArrayList<>();

  Scorecard(Assessor assessor, RuleSet rules, List<LabelledAd> ads) {
    this.rules = rules;
    for (var ad : ads) {
      judged.add(new Judged(ad, assessor.assess(ad.ad(), rules, 1)));
    }
  }

  long count(String kind) {
    return judged.stream().filter(each -> each.labelled.kind().equals(kind)).count();
  }

  long in(Queue queue, String kind) {
    return judged.stream()
        .filter(each -> each.labelled.kind().equals(kind) && each.assessment.queue() == queue)
        .count();
  }

  long expected(Queue queue) {
    return judged.stream().filter(each -> each.labelled.queue() == queue).count();
  }

  /** Of the ads that belong in a queue, how many are in it. */
  long found(Queue queue) {
    return judged.stream()
        .filter(each -> each.labelled.queue() == queue && each.assessment.queue() == queue)
        .count();
  }

  /** Ads in this queue that belong in another or in none. */
  long wrongly(Queue queue) {
    return judged.stream()
        .filter(each -> each.labelled.queue() != queue && each.assessment.queue() == queue)
        .count();
  }

  /** Ads whose queue is not the expected one, each with its reasons. */
  List<String> mistakes() {
    return judged.stream()
        .filter(each -> each.labelled.queue() != each.assessment.queue())
        .map(each ->
            "%s, expected %s, is %s %s: %s | %s"
                .formatted(
                    each.labelled.kind(),
                    each.labelled.queue(),
                    each.assessment.queue(),
                    each.assessment.why(),
                    each.assessment.title(),
                    each.assessment.body()))
        .toList();
  }

  /** Signs that were missed or found where there is none, each with the ad. */
  List<String> differences() {
    var differences = new ArrayList<String>();
    for (var each : judged) {
      var found = indicators(each.assessment);
      var missed = new TreeSet<>(each.labelled.signs());
      missed.removeAll(found);
      var extra = new TreeSet<>(found);
      extra.removeAll(each.labelled.signs());
      if (!missed.isEmpty() || !extra.isEmpty()) {
        differences.add(
            "missed %s, extra %s: %s | %s"
                .formatted(missed, extra, each.assessment.title(), each.assessment.body()));
      }
    }
    return differences;
  }

  /** A line a rule and a line an indicator; the shares are of the labels. */
  String table() {
    var table =
        new StringBuilder("| rule or indicator | right | wrong | missed | precision | recall |\n");
    for (var rule : rules.rules()) {
      var sign = rule.indicator().id();
      long right = count(each -> fired(each, rule.id()) && each.labelled.signs().contains(sign));
      long wrong = count(each -> fired(each, rule.id()) && !each.labelled.signs().contains(sign));
      var precision = right + wrong == 0 ? "" : percent(right, right + wrong);
      table.append("| %s | %d | %d | | %s | |%n".formatted(rule.id(), right, wrong, precision));
    }
    var signs = new TreeSet<String>();
    judged.forEach(each -> signs.addAll(each.labelled.signs()));
    judged.forEach(each -> signs.addAll(indicators(each.assessment)));
    signs.forEach(sign -> table.append(line(sign)));
    return table
        .append("queues: ")
        .append("minor %d of %d, %d wrongly; ".formatted(queue(Queue.MINOR)))
        .append("adult %d of %d, %d wrongly; ".formatted(queue(Queue.ADULT)))
        .append(
            "independents in adult %d of %d%n"
                .formatted(in(Queue.ADULT, "independent"), count("independent")))
        .toString();
  }

  private Object[] queue(Queue queue) {
    return new Object[] {found(queue), expected(queue), wrongly(queue)};
  }

  private String line(String sign) {
    long labelled = count(each -> each.labelled.signs().contains(sign));
    long found = count(each -> indicators(each.assessment).contains(sign));
    long both =
        count(each ->
            each.labelled.signs().contains(sign) && indicators(each.assessment).contains(sign));
    return "| **%s** | %d | %d | %d | %s | %s |%n"
        .formatted(
            sign,
            both,
            found - both,
            labelled - both,
            percent(both, found),
            percent(both, labelled));
  }

  private long count(Predicate<Judged> condition) {
    return judged.stream().filter(condition).count();
  }

  private static boolean fired(Judged each, String rule) {
    return each.assessment.signals().stream().anyMatch(signal -> signal.rule().equals(rule));
  }

  private static Set<String> indicators(Assessment assessment) {
    return assessment.signals().stream().map(Signal::id).collect(Collectors.toSet());
  }

  private static String percent(long part, long whole) {
    return whole == 0 ? "" : "%.0f %%".formatted(100.0 * part / whole);
  }
}
