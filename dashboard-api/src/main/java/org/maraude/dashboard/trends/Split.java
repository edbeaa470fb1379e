package org.maraude.dashboard.trends;

/** By what the counts are set apart. */
public enum Split {
  NONE,
  SITE,
  DEPARTEMENT,
  REGION,
  CATEGORY
}
