package org.maraude.dashboard.trends;

/** How a count is shown. */
public enum Per {
  COUNT,
  /** A 100,000 inhabitants of the department, the region or the country. */
  RATE
}
