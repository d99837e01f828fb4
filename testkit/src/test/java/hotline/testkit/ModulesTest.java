package hotline.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Dependencies between modules point one way: proto, sync, node, tiers. */
final class ModulesTest {

  private static final String[] TIERS = {
    "hotline.province..", "hotline.city..", "hotline.district.."
  };
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("hotline");

  @Test
  void theGeneratedSchemaKnowsNobody() {
    noClasses()
        .that()
        .resideInAPackage("hotline.v1..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("hotline.sync..", "hotline.node..", "hotline.local..")
        .check(CLASSES);
  }

  @Test
  void theSyncEngineKnowsNoTicketAndNoNode() {
    noClasses()
        .that()
        .resideInAPackage("hotline.sync..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("hotline.node..", "hotline.local..", "hotline.testkit..")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(TIERS)
        .check(CLASSES);
  }

  @Test
  void theNodeKnowsNoTier() {
    noClasses()
        .that()
        .resideInAPackage("hotline.node..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(TIERS)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("hotline.local..", "hotline.testkit..")
        .check(CLASSES);
  }

  @Test
  void tiersNeverImportEachOther() {
    for (String tier : TIERS) {
      for (String other : TIERS) {
        if (!tier.equals(other)) {
          noClasses()
              .that()
              .resideInAPackage(tier)
              .should()
              .dependOnClassesThat()
              .resideInAPackage(other)
              .check(CLASSES);
        }
      }
    }
  }

  @Test
  void theLauncherSpeaksWithNodesFromOutsideOnly() {
    noClasses()
        .that()
        .resideInAPackage("hotline.local..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("hotline.node..", "hotline.sync..", "hotline.v1..")
        .check(CLASSES);
  }

  @Test
  void modulesFormNoCycle() {
    slices().matching("hotline.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
