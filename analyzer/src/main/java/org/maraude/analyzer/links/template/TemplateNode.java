package org.maraude.analyzer.links.template;

import org.jspecify.annotations.Nullable;

/**
 * Where a shape stands in the forest of groups; outlives the shape while others hang on it.
 *
 * @param parent null for the root of a group
 * @param children how many hang on it
 */
public record TemplateNode(@Nullable Long parent, int children) {

  static final TemplateNode ALONE = new TemplateNode(null, 0);

  TemplateNode under(long root) {
    return new TemplateNode(root, children);
  }

  TemplateNode withChildren(int more) {
    return new TemplateNode(parent, children + more);
  }
}
