package org.maraude.dashboard.exports.table;

import java.util.ArrayList;
import java.util.List;

/** The two forms of table. */
public enum Grid {
  /** A count for each department over the whole quarter. */
  DEPARTEMENTS,
  /** A count for each region and month of the quarter. */
  REGIONS;

  /** The cells that are counted, in the order of the table. */
  public List<Spot> cells(Quarter quarter, Areas areas) {
    var cells = new ArrayList<Spot>();
    switch (this) {
      case DEPARTEMENTS ->
          areas.departements().keySet().forEach(code -> cells.add(departement(code, quarter)));
      case REGIONS -> {
        for (var region : areas.regions()) {
          quarter.months().forEach(month -> cells.add(region(region, month.toString())));
        }
      }
    }
    return cells;
  }

  /**
   * The totals that stand in a table under agreement: sums of its cells, in which an advertiser
   * counts once for each cell. A region of one department has no total of its own.
   */
  public List<Sum> sums(Quarter quarter, Areas areas) {
    return switch (this) {
      case DEPARTEMENTS -> byRegion(quarter, areas);
      case REGIONS -> byMonth(quarter, areas);
    };
  }

  private static List<Sum> byRegion(Quarter quarter, Areas areas) {
    var sums = new ArrayList<Sum>();
    var regions = new ArrayList<Spot>();
    for (var region : areas.regions()) {
      var parts = areas.of(region).stream().map(code -> departement(code, quarter)).toList();
      if (parts.size() == 1) {
        regions.add(parts.getFirst());
      } else {
        var total = new Spot(DEPARTEMENTS, Level.REGION, region, quarter.toString());
        sums.add(new Sum(total, parts));
        regions.add(total);
      }
    }
    sums.add(new Sum(country(DEPARTEMENTS, quarter.toString()), regions));
    return sums;
  }

  private static List<Sum> byMonth(Quarter quarter, Areas areas) {
    var sums = new ArrayList<Sum>();
    var regions = new ArrayList<Spot>();
    for (var region : areas.regions()) {
      var parts = quarter.months().stream().map(m -> region(region, m.toString())).toList();
      var total = region(region, quarter.toString());
      sums.add(new Sum(total, parts));
      regions.add(total);
    }
    var months = new ArrayList<Spot>();
    for (var month : quarter.months()) {
      var parts = areas.regions().stream().map(r -> region(r, month.toString())).toList();
      var total = country(REGIONS, month.toString());
      sums.add(new Sum(total, parts));
      months.add(total);
    }
    var all = country(REGIONS, quarter.toString());
    sums.add(new Sum(all, regions));
    sums.add(new Sum(all, months));
    return sums;
  }

  static Spot departement(String code, Quarter quarter) {
    return new Spot(DEPARTEMENTS, Level.DEPARTEMENT, code, quarter.toString());
  }

  static Spot region(String code, String span) {
    return new Spot(REGIONS, Level.REGION, code, span);
  }

  private static Spot country(Grid grid, String span) {
    return new Spot(grid, Level.COUNTRY, Areas.COUNTRY, span);
  }

  /** Where somebody counts who had an ad in a department in a month. */
  public Spot where(String departement, String month, Quarter quarter, Areas areas) {
    var known = areas.known(departement);
    return switch (this) {
      case DEPARTEMENTS -> departement(known, quarter);
      case REGIONS -> region(areas.departements().getOrDefault(known, Areas.UNKNOWN), month);
    };
  }
}
