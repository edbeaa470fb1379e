package org.maraude.dashboard.trends;

/** What is counted. */
public enum Measure {
  /** Ads by their day of posting. */
  NEW("r.new_ads", true),
  /** Ads on the sites: the mean of the period's days on which anything was counted. */
  ADS("r.live_ads", false),
  /** Linked groups that posted or stood there. */
  ADVERTISERS("r.advertisers", true),
  /** Ads that were there again after over 30 days without. */
  RETURNING("r.returning_ads", true),
  /** Ads by the last day they stood there. */
  GONE("r.gone_ads", true);

  private final String column;
  private final boolean chance;

  Measure(String column, boolean chance) {
    this.column = column;
    this.chance = chance;
  }

  /** Of the rollup {@code r}. */
  String column() {
    return column;
  }

  /** Whether a Poisson interval says something: not of a stock that is there from day to day. */
  public boolean hasInterval() {
    return chance;
  }
}
