package org.maraude.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What decides about an export is plain Java: whoever checks it needs to know no framework. */
class ExportsArePlainTest {

  private static final String EXPORTS = "org.maraude.dashboard.exports.";

  @Test
  void noiseIntruderTableAndPackageKnowNothingOfSpringOrTheDatabase() {
    noClasses()
        .that()
        .resideInAnyPackage(
            EXPORTS + "noise..",
            EXPORTS + "intruder..",
            EXPORTS + "table..",
            EXPORTS + "packages..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.maraude.dashboard"));
  }
}
