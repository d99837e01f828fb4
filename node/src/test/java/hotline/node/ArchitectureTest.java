package hotline.node;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The layering of the node (design section 2). */
@AnalyzeClasses(packages = "hotline.node", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().matching("hotline.node.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyStoresSpeakSql =
      noClasses()
          .that()
          .resideOutsideOfPackage("hotline.node.store")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.sql..");

  @ArchTest
  static final ArchRule generatedProtobufTypesStayInTheWirePackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("hotline.node.wire")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("hotline.v1..");

  @ArchTest
  static final ArchRule theDomainIsPure =
      noClasses()
          .that()
          .resideInAnyPackage(
              "hotline.node.ticket",
              "hotline.node.policy",
              "hotline.node.entity",
              "hotline.node.line",
              "hotline.node.telephony",
              "hotline.node.abuse",
              "hotline.node.calendar",
              "hotline.node.classification",
              "hotline.node.error",
              "hotline.node.supervision",
              "hotline.node.archive",
              "hotline.node.assessment",
              "hotline.node.wire")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micronaut..", "java.sql..", "hotline.node.store..");

  @ArchTest
  static final ArchRule tiersAreNotKnownHere =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("hotline.province..", "hotline.city..", "hotline.district..");
}
