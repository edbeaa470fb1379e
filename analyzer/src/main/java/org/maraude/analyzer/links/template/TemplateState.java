package org.maraude.analyzer.links.template;

import java.util.List;
import org.maraude.analyzer.links.Table;

/** What the templates remember. */
public interface TemplateState {

  /** By {@link Shingles#id}. */
  Table<Long, Shape> shapes();

  /** Ids of shapes that meet under a key. */
  Table<Long, List<Long>> bands();

  /** A shape's parent in the forest of groups; a root has none. */
  Table<Long, Long> parents();

  /** By the root's shape. */
  Table<Long, TemplateGroup> groups();

  /** By site. */
  Table<String, SiteTexts> sites();
}
