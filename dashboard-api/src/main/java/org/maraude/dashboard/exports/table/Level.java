package org.maraude.dashboard.exports.table;

/** How large an area is. */
public enum Level {
  DEPARTEMENT,
  REGION,
  COUNTRY
}
