package hotline.sync;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "hotline.sync", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule PACKAGES_DO_NOT_GO_ROUND =
      slices().matching("hotline.sync.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_MODULE_KNOWS_NO_TICKET =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("hotline.node..", "hotline.local..", "io.micronaut..");

  @ArchTest
  static final ArchRule TRUST_KNOWS_NEITHER_LINKS_NOR_WHAT_TRAVELS_ON_THEM =
      noClasses()
          .that()
          .resideInAPackage("hotline.sync.trust..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("hotline.sync.link..", "hotline.sync.command..", "io.grpc..");

  @ArchTest
  static final ArchRule STREAMS_AND_COMMANDS_DO_NOT_KNOW_EACH_OTHER =
      noClasses()
          .that()
          .resideInAPackage("hotline.sync.command..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("hotline.sync.stream..");
}
