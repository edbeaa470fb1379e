package org.maraude.standalone.demo.population;

import java.util.List;
import java.util.random.RandomGenerator;

/** Parts of town that every town has. */
final class Quarters {

  private static final List<String> FRENCH =
      List.of(
          "centre-ville",
          "quartier de la gare",
          "vieille ville",
          "côté parc",
          "près de la mairie",
          "rive droite",
          "rive gauche",
          "quartier du théâtre",
          "près du marché",
          "quartier des halles",
          "côté port",
          "bas de la colline",
          "place de la République",
          "boulevard circulaire");

  private Quarters() {}

  static String draw(Language language, RandomGenerator random) {
    int drawn = random.nextInt(FRENCH.size());
    return language == Language.FRENCH ? FRENCH.get(drawn) : "centre";
  }
}
