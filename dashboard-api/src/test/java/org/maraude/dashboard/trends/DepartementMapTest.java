package org.maraude.dashboard.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maraude.places.Departement;
import org.maraude.places.Departements;

class DepartementMapTest {

  @Test
  void classesHoldAboutAsManyEach() {
    var rates = IntStream.rangeClosed(1, 100).mapToObj(n -> n / 10.0).toList();
    var shades = Shades.of(rates);
    assertThat(shades.from()).hasSize(5);
    var sizes =
        rates.stream().collect(Collectors.groupingBy(shades::of, Collectors.counting())).values();
    assertThat(sizes).allSatisfy(size -> assertThat(size).isEqualTo(20L));
    assertThat(shades.of(0)).isZero();
    assertThat(shades.upTo(5)).isEqualTo(10.0);
  }

  @Test
  void fewOrEqualRatesMakeFewClasses() {
    assertThat(Shades.of(List.of(2.0, 2.0, 2.0)).from()).containsExactly(2.0);
    assertThat(Shades.of(List.of(1.0, 5.0)).from()).containsExactly(1.0, 5.0);
    assertThat(Shades.of(List.of(0.0)).from()).isEmpty();
  }

  @Test
  void everyDepartmentOfTheMainlandHasAnOutline() {
    assertThat(Outlines.byCode().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Departements.all().stream()
                .map(Departement::code)
                .filter(code -> code.length() == 2)
                .toList());
    assertThat(Outlines.byCode().values())
        .allSatisfy(path -> assertThat(path).matches("(M[0-9. ]+l[-0-9. ]+z)+"));
  }

  @Test
  void whatIsHiddenHasAPatternAndNamesAreEscaped() {
    var svg =
        DepartementMap.draw(
            "a < b",
            "says",
            List.of(
                new DepartementMap.Area("44", new DepartementMap.Fill.Hidden(), "\"<x>\""),
                new DepartementMap.Area("974", new DepartementMap.Fill.Shade(5), "La Réunion: 3"),
                new DepartementMap.Area("75", new DepartementMap.Fill.None(), "Paris: 0")));
    assertThat(svg)
        .contains("a &lt; b", "fill=\"url(#map-hidden)\"", "&quot;&lt;x&gt;&quot;", "area-5")
        .doesNotContain("<x>", "style=");
    assertThat(svg.split("<title>Paris: 0</title>", -1)).as("there and enlarged").hasSize(3);
  }
}
