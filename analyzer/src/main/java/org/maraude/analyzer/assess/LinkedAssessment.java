package org.maraude.analyzer.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.maraude.analyzer.links.LinkView;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Links;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.Signal;

/**
 * An ad's assessment with what other ads add to it. Pure: the ad's own assessment, the links and
 * the rules decide, so it can be made again whenever the links change, without the ad's raw text.
 */
public final class LinkedAssessment {

  private static final Pattern CUT = Pattern.compile("(title|body)-cut:");

  private LinkedAssessment() {}

  /**
   * @param own as {@link Assessor} made it, of these very rules
   */
  public static Assessment of(Assessment own, LinkView links, RuleSet rules) {
    var added = rules.linkMatches(links.facts()).stream().map(Decision::signal);
    var signals = Stream.concat(own.signals().stream(), added).toList();
    var decision = Decision.ofSignals(signals, rules.scoring(), AgeDoubt.in(own));
    var why = new ArrayList<>(decision.why());
    // How much of the text was read does not hang on its links.
    own.why().stream().filter(LinkedAssessment::isCut).forEach(why::add);
    if (links.commonContact()) {
      why.add("common:contact");
    }
    if (links.commonText()) {
      why.add("common:text");
    }
    return changed(own, links.links(), decision, own.revision(), why);
  }

  static boolean isCut(String code) {
    return CUT.matcher(code).lookingAt();
  }

  /** The same as another revision. */
  public static Assessment revised(Assessment assessment, int revision) {
    var same =
        new Decision(
            assessment.signals(), assessment.score(), assessment.queue(), assessment.why());
    return changed(assessment, assessment.links(), same, revision, assessment.why());
  }

  /** Whether a reader of the one would learn something from the other. */
  public static boolean differs(Assessment before, Assessment after) {
    return before.queue() != after.queue() || !before.signals().equals(after.signals());
  }

  /**
   * One that takes the place of an earlier one because other ads changed what it means. When it
   * rises into a queue its reasons end with what changed.
   */
  public static Assessment instead(Assessment before, Assessment after) {
    var why = new ArrayList<>(after.why());
    if (rank(after.queue()) > rank(before.queue())) {
      why.add("changed:" + before.queue() + ">" + after.queue());
      var added = new TreeSet<String>();
      after.signals().stream().map(Signal::id).forEach(added::add);
      before.signals().stream().map(Signal::id).forEach(added::remove);
      added.forEach(id -> why.add("changed:" + id));
    }
    var same = new Decision(after.signals(), after.score(), after.queue(), after.why());
    return changed(after, after.links(), same, before.revision() + 1, why);
  }

  private static int rank(Queue queue) {
    return switch (queue) {
      case NONE -> 0;
      case ADULT -> 1;
      case MINOR -> 2;
    };
  }

  private static Assessment changed(
      Assessment own, Links links, Decision decision, int revision, List<String> why) {
    return new Assessment(
        own.adId(),
        own.siteId(),
        own.url(),
        revision,
        own.observedAt(),
        own.postedAt(),
        own.category(),
        own.place(),
        own.ruleset(),
        own.language(),
        own.title(),
        own.body(),
        own.contacts(),
        own.facts(),
        decision.signals(),
        links,
        decision.score(),
        decision.queue(),
        why);
  }
}
