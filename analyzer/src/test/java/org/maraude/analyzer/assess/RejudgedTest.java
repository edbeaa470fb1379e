package org.maraude.analyzer.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.maraude.analyzer.rules.RuleFile;
import org.maraude.analyzer.rules.RuleFiles;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.contacts.ContactTokens;

class RejudgedTest {

  /** The labelled ads hold hidden phones, young ages, disguises and long reasons. */
  @Test
  void whatIsPublishedOfAnAdIsEnoughToJudgeItByOtherRules() {
    var reader = AdReader.create();
    var assessor = Assessor.withoutSeals(reader, ContactTokens.withKey(new byte[32]));
    var remarked = new ArrayList<>(RuleFiles.builtIn());
    remarked.replaceAll(file -> new RuleFile(file.name(), file.yaml() + "# a remark\n"));
    var lighter = new ArrayList<>(RuleFiles.builtIn());
    lighter.replaceAll(
        file -> new RuleFile(file.name(), file.yaml().replace("threshold: 1.3", "threshold: 0.4")));
    try (var rules = RuleSet.load(RuleFiles.builtIn(), reader);
        var same = RuleSet.load(remarked, reader);
        var other = RuleSet.load(lighter, reader)) {
      int moved = 0;
      for (var ad : new LabelledStream(20_261_127).of(100)) {
        var own = assessor.assess(ad.observed(), rules, 1);
        assertThat(Rejudged.of(own, rules)).isSameAs(own);
        assertThat(Rejudged.of(own, same)).isEqualTo(assessor.assess(ad.observed(), same, 1));
        var judged = Rejudged.of(own, other);
        assertThat(judged).isEqualTo(assessor.assess(ad.observed(), other, 1));
        moved += judged.queue() == own.queue() ? 0 : 1;
      }
      assertThat(moved).isPositive();
    }
  }
}
