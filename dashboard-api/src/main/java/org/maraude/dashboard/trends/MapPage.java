package org.maraude.dashboard.trends;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.pages.Speech;
import org.maraude.places.Departement;
import org.maraude.places.Departements;

/**
 * What the map's page shows, in words.
 *
 * @param svg of our own making; empty when nothing was counted
 * @param key the classes with their bounds, palest first
 * @param rows the same as the map, by code
 * @param low whether too few visits succeeded to conclude anything
 * @param nowhere ads of no known department; null when that is hidden or none
 * @param parameters the question, for the file of it
 */
public record MapPage(
    String svg,
    List<Class> key,
    List<Row> rows,
    boolean low,
    boolean unfinished,
    @Nullable String nowhere,
    String parameters) {

  /** A class of the key. */
  public record Class(int number, String bounds) {}

  /** A department of the table. */
  public record Row(String code, String name, String count, String rate) {}

  private record Counted(String code, String name, Cell cell, @Nullable Double rate) {}

  static MapPage of(VolumeTable table, Speech say, Locale locale) {
    var counted = new TreeMap<String, Counted>();
    String nowhere = null;
    for (var line : table.lines()) {
      var cell = line.cells().getFirst();
      var departement = Departements.of(line.group()).orElse(null);
      if (departement != null) {
        counted.put(line.group(), counted(departement, cell));
      } else if (cell.count() != null && cell.count() > 0) {
        nowhere = say.number(cell.count());
      }
    }
    var shades =
        Shades.of(
            counted.values().stream().map(Counted::rate).filter(rate -> rate != null).toList());
    var number = NumberFormat.getNumberInstance(locale);
    number.setMaximumFractionDigits(2);
    var areas = new ArrayList<DepartementMap.Area>();
    var rows = new ArrayList<Row>();
    for (var each : counted.values()) {
      var rate = each.rate() == null ? "–" : number.format(each.rate());
      var count = count(each.cell(), say);
      rows.add(new Row(each.code(), each.name(), count, rate));
      var says = each.rate() == null ? count : say.text("map.value", rate, count);
      areas.add(
          new DepartementMap.Area(each.code(), fill(each, shades), each.name() + ": " + says));
    }
    var key = new ArrayList<Class>();
    for (int shade = 1; shade <= shades.from().size(); shade++) {
      key.add(
          new Class(
              shade,
              number.format(shades.from().get(shade - 1))
                  + " – "
                  + number.format(shades.upTo(shade))));
    }
    var period = table.periods().stream().findFirst().map(Period::remark).orElse(null);
    return new MapPage(
        areas.isEmpty()
            ? ""
            : DepartementMap.draw(say.text("map.title"), say.text("map.says", areas.size()), areas),
        key,
        List.copyOf(rows),
        period == Period.Remark.LOW,
        period == Period.Remark.UNFINISHED,
        nowhere,
        table.query().parameters());
  }

  private static Counted counted(Departement departement, Cell cell) {
    var rate =
        cell.count() == null
            ? null
            : Inhabitants.rate(Split.DEPARTEMENT, departement.code(), cell.count());
    return new Counted(departement.code(), departement.name(), cell, rate);
  }

  private static DepartementMap.Fill fill(Counted each, Shades shades) {
    if (each.cell().hidden() != Cell.Hidden.NO) {
      return new DepartementMap.Fill.Hidden();
    }
    int shade = each.rate() == null ? 0 : shades.of(each.rate());
    return shade == 0 ? new DepartementMap.Fill.None() : new DepartementMap.Fill.Shade(shade);
  }

  private static String count(Cell cell, Speech say) {
    return switch (cell.hidden()) {
      case NO -> cell.count() == null ? "–" : say.number(cell.count());
      case SMALL -> say.text("trends.hidden");
      case WITH_ANOTHER -> say.text("trends.hiddenToo");
    };
  }
}
