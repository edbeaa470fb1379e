package org.maraude.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The module table of ARCHITECTURE.md, held by the build. */
class ModuleTableTest {

  private static final String OURS = "org.maraude.";

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.maraude");

  /** A module's package and what of ours it may use. */
  private record Row(String module, List<String> mayUse) {}

  private static final List<Row> TABLE =
      List.of(
          new Row("events", List.of()),
          new Row("contacts", List.of()),
          new Row("places", List.of()),
          new Row("embedded", List.of()),
          new Row("crawler", List.of("events", "places")),
          new Row("analyzer", List.of("events", "contacts", "places")),
          new Row("dashboard", List.of("events", "contacts", "places")));

  @TestFactory
  List<DynamicTest> aModuleKnowsOnlyWhatTheTableGrants() {
    return TABLE.stream()
        .map(row -> DynamicTest.dynamicTest(row.module(), () -> check(row)))
        .toList();
  }

  private static void check(Row row) {
    var forbidden =
        TABLE.stream()
            .map(Row::module)
            .filter(module -> !module.equals(row.module()) && !row.mayUse().contains(module))
            .map(module -> OURS + module + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(OURS + row.module() + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage(OURS + "standalone..")
        .check(ALL);
  }

  @Test
  void everyModuleOfTheTableExists() {
    for (var row : TABLE) {
      org.assertj.core.api.Assertions.assertThat(ALL.containPackage(OURS + row.module()))
          .as(row.module())
          .isTrue();
    }
  }

  @Test
  void theAnalyzerSealsAndCannotOpen() {
    noClasses()
        .that()
        .resideInAPackage(OURS + "analyzer..")
        .should()
        .dependOnClassesThat()
        .haveSimpleNameStartingWith("ContactOpener")
        .check(ALL);
  }

  @Test
  void statisticsAreNumbersInNumbersOut() {
    noClasses()
        .that()
        .resideInAPackage(OURS + "dashboard.statistics..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "jakarta..")
        .orShould()
        .dependOnClassesThat(
            resideInAPackage("org.maraude..")
                .and(DescribedPredicate.not(resideInAPackage(OURS + "dashboard.statistics.."))))
        .check(ALL);
  }

  @Test
  void packagesAreNamedAfterConceptsNeverAfterLayers() {
    classes()
        .should()
        .resideOutsideOfPackages(
            "..service..", "..impl..", "..util..", "..utils..", "..manager..", "..helper..")
        .check(ALL);
  }

  @Test
  void noClassIsNamedForWantOfAName() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .check(ALL);
  }
}
