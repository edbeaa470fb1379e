package org.maraude.dashboard.trends;

/** By what the counts are set apart. */
public enum Split {
  NONE("''::text"),
  SITE("site_id"),
  DEPARTEMENT("departement");

  private final String column;

  Split(String column) {
    this.column = column;
  }

  String column() {
    return column;
  }
}
