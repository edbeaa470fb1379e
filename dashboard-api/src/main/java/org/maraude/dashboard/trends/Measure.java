package org.maraude.dashboard.trends;

/** What is counted. */
public enum Measure {
  /** Ads by their day of posting. */
  NEW("sum(new_ads)", true),
  /** Ads on the sites: the mean of the days that were counted. */
  ADS("round(sum(live_ads)::numeric / count(distinct day))", false),
  /** Linked groups that posted or stood there. */
  ADVERTISERS("count(distinct advertiser) filter (where new_ads > 0 or live_ads > 0)", true),
  /** Ads by the last day they stood there. */
  GONE("sum(gone_ads)", true);

  private final String sql;
  private final boolean chance;

  Measure(String sql, boolean chance) {
    this.sql = sql;
    this.chance = chance;
  }

  String sql() {
    return sql;
  }

  /** Whether a Poisson interval says something: not of a stock that is there from day to day. */
  public boolean hasInterval() {
    return chance;
  }
}
