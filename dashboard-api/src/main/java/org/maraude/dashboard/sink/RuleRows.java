package org.maraude.dashboard.sink;

import java.util.List;
import org.maraude.dashboard.rules.RuleTexts;
import org.maraude.events.Topic;
import org.maraude.events.rules.RuleSetPart;

/** What rules say to readers. Nothing is deleted: older assessments name older versions. */
final class RuleRows implements Rows<RuleSetPart> {

  private final RuleTexts texts;

  RuleRows(RuleTexts texts) {
    this.texts = texts;
  }

  @Override
  public Topic topic() {
    return Topic.RULES;
  }

  @Override
  public Class<RuleSetPart> type() {
    return RuleSetPart.class;
  }

  @Override
  public void write(List<Arrived<RuleSetPart>> batch) {
    for (var arrived : batch) {
      if (arrived.event() != null) {
        texts.keep(arrived.event());
      }
    }
  }
}
