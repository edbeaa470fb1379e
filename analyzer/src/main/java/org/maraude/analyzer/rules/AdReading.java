package org.maraude.analyzer.rules;

import org.maraude.analyzer.facts.ObservedFacts;
import org.maraude.analyzer.text.AdWords;

/** How an example becomes what rules see: as any ad does. */
public interface AdReading {

  /** What rules see of an ad. */
  record Seen(AdWords words, ObservedFacts facts) {}

  Seen read(String title, String body);
}
