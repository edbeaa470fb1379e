package org.maraude.dashboard.exports;

import java.util.HashMap;
import org.maraude.dashboard.exports.table.Areas;
import org.maraude.places.Departements;
import org.maraude.places.Regions;

/** The areas of the official list. */
final class OfficialAreas {

  private OfficialAreas() {}

  static Areas read() {
    var regions = new HashMap<String, String>();
    var names = new HashMap<String, String>();
    Departements.all()
        .forEach(each -> {
          regions.put(each.code(), each.region());
          names.put(each.code(), each.name());
        });
    Regions.all().forEach(each -> names.put("R" + each.code(), each.name()));
    return new Areas(regions, names);
  }
}
