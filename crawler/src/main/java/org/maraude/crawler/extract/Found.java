package org.maraude.crawler.extract;

import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.maraude.crawler.site.FieldRule;

/** What a site file's rule finds, as text. */
final class Found {

  private Found() {}

  /** As one line. */
  static Reading line(FieldRule rule, Element part, String url) {
    return read(rule, part, url, Html::line, Html::line);
  }

  /** With its line breaks. */
  static Reading lines(FieldRule rule, Element part, String url) {
    return read(rule, part, url, Html::lines, Html::lines);
  }

  private static Reading read(
      FieldRule rule,
      Element part,
      String url,
      Function<String, String> ofValue,
      Function<Element, String> ofElement) {
    return rule.find(part, url)
        .map(found ->
            switch (found) {
              case FieldRule.Found.Value(var value, var way) ->
                  new Reading(ofValue.apply(value), way);
              case FieldRule.Found.InElement(var element, var way) ->
                  new Reading(ofElement.apply(element), way);
            })
        .filter(reading -> !reading.isEmpty())
        .orElse(Reading.NONE);
  }
}
