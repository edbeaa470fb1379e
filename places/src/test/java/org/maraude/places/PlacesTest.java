package org.maraude.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "33000 Bordeaux, 33",
        "Bordeaux (33), 33",
        "33 - Gironde, 33",
        "20090 Ajaccio, 2A",
        "20200 Bastia, 2B",
        "97110 Pointe-à-Pitre, 971",
        "97150 Saint-Martin, 978",
        "(2a), 2A",
        "75, 75",
        "75116, 75",
        "33059 Bordeaux Cedex, 33",
        "Paris 16e, none",
        "10 minutes de Lille, none",
        "10-15 min de Lille, none",
        "330001, none",
        "99123, none",
        "(99), none"
      })
  void aTextNamesADepartmentByNumber(String text, String code) {
    assertThat(PlaceCodes.in(text).orElse(null)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      value = {"1;01", "01;01", "2b;2B", " 33 ;33", "974;974", "20;none", "96;none", "x;none"},
      delimiter = ';',
      nullValues = "none")
  void aWrittenCode(String code, String departement) {
    assertThat(PlaceCodes.written(code).orElse(null)).isEqualTo(departement);
  }

  @Test
  void aPostalCodeThatReachesOverABorderBelongsWhereItBegins() {
    assertThat(PlaceCodes.ofPostal("01200")).contains("01");
    assertThat(PlaceCodes.ofPostal("48250")).contains("48");
  }

  @Test
  void everyCommuneHasADepartmentAndEveryDepartmentARegion() {
    var departements =
        Departements.all().stream().map(Departement::code).collect(Collectors.toSet());
    assertThat(Communes.all())
        .hasSizeGreaterThan(34_000)
        .allSatisfy(commune -> assertThat(departements).contains(commune.departement()));
    assertThat(Departements.all())
        .allSatisfy(each -> assertThat(Regions.of(each.region())).isPresent());
    assertThat(departements).hasSize(Departements.all().size());
  }

  @Test
  void inhabitantsOfADepartmentAreThoseOfItsCommunes() {
    for (var departement : Departements.all()) {
      long people =
          Communes.all().stream()
              .filter(commune -> commune.departement().equals(departement.code()))
              .mapToLong(Commune::population)
              .sum();
      assertThat(departement.population()).as(departement.name()).isEqualTo(people);
    }
    var regions =
        Departements.all().stream()
            .filter(each -> each.population() > 0)
            .map(Departement::region)
            .filter(region -> region.length() == 2)
            .collect(Collectors.toSet());
    assertThat(regions).as("the regions proper").hasSize(18);
  }
}
