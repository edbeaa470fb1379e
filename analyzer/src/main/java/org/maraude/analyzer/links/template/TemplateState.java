package org.maraude.analyzer.links.template;

import java.util.List;
import org.maraude.analyzer.links.Table;

/** What the templates remember. */
public interface TemplateState {

  /** By {@link Shingles#id}. */
  Table<Long, Shape> shapes();

  /** Ids of shapes that meet under a key. */
  Table<Long, List<Long>> bands();

  /** By shape: where it stands in the forest of groups. */
  Table<Long, TemplateNode> forest();

  /** By the root's shape. */
  Table<Long, TemplateGroup> groups();

  /** By site. */
  Table<String, SiteTexts> sites();
}
