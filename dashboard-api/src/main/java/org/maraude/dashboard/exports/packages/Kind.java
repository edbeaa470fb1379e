package org.maraude.dashboard.exports.packages;

/** The two products. */
public enum Kind {
  /** With noise, for anybody. */
  PUBLIC,
  /** Exact and partly hidden, under an agreement. */
  RESEARCH
}
