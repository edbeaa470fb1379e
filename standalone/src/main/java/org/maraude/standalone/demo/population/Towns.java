package org.maraude.standalone.demo.population;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.random.RandomGenerator;

/** The towns of {@code towns.csv}, drawn roughly by the department's inhabitants. */
final class Towns {

  private final List<Town> towns;
  private final int totalWeight;

  private Towns(List<Town> towns) {
    this.towns = towns;
    this.totalWeight = towns.stream().mapToInt(Town::weight).sum();
  }

  static Towns load() {
    List<Town> towns = new ArrayList<>();
    for (String line : ResourceLines.read("towns.csv")) {
      String[] cells = line.split(";", -1);
      towns.add(new Town(cells[0], cells[1], Integer.parseInt(cells[2])));
    }
    return new Towns(List.copyOf(towns));
  }

  Town draw(RandomGenerator random) {
    int left = random.nextInt(totalWeight);
    for (Town town : towns) {
      left -= town.weight();
      if (left < 0) {
        return town;
      }
    }
    throw new IllegalStateException("weights of towns.csv do not add up");
  }

  /** That many different towns. */
  List<Town> draw(int count, RandomGenerator random) {
    LinkedHashSet<Town> drawn = new LinkedHashSet<>();
    while (drawn.size() < Math.min(count, towns.size())) {
      drawn.add(draw(random));
    }
    return List.copyOf(drawn);
  }
}
