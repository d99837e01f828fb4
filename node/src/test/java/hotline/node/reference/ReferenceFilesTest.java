package hotline.node.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.node.classification.Domain;
import hotline.requirements.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceFilesTest {

  @ParameterizedTest
  @ValueSource(strings = {"province", "city", "district", "sub-center"})
  void unitsOfEveryKindOfNodeHaveCodesOfTheirOwn(String kind) {
    List<HandlingUnit> units = ReferenceFiles.units(kind);
    Set<String> codes = units.stream().map(HandlingUnit::code).collect(Collectors.toSet());

    assertThat(codes).hasSameSizeAs(units);
    assertThat(units)
        .allSatisfy(
            unit -> {
              assertThat(unit.functions()).isNotEmpty();
              assertThat(codes).containsAll(unit.parent().stream().toList());
            });
  }

  @Test
  @Requirement({"CLS-06", "CLS-07", "CLS-11", "INT-10"})
  void everyMatterIsAttributedToAUnitOfTheCity() {
    Set<String> functions =
        ReferenceFiles.units("city").stream()
            .flatMap(unit -> unit.functions().stream())
            .collect(Collectors.toSet());

    CatalogueCsv.Parsed parsed = CatalogueCsv.parse(ReferenceFiles.matters());
    assertThat(parsed.problems()).isEmpty();
    assertThat(parsed.matters())
        .hasSizeGreaterThan(60)
        .filteredOn(matter -> !matter.function().equals("street"))
        .allSatisfy(matter -> assertThat(functions).contains(matter.function()));
    assertThat(parsed.matters()).extracting(Matter::domain).contains(Domain.values());
  }

  @Test
  void aNodesOwnUnitsStandInAFile(@TempDir Path folder) throws IOException {
    String file =
        write(
            folder,
            "- {code: SWJ, name: 水务局, functions: [water]}\n- {code: SC1, name: 水厂, functions: [], parent: SWJ}");
    assertThat(ReferenceFiles.units(file))
        .extracting(HandlingUnit::code)
        .containsExactly("SWJ", "SC1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          units: []                                                            | must be a list
          - SWJ                                                                | must have a code
          - {name: 水务局, functions: []}                                        | 'code' is missing
          - {code: S W, name: 水务局, functions: []}                             | a code is
          - {code: SWJ, name: 水务局, functions: water}                          | must be a list
          - {code: SC1, name: 水厂, functions: [], parent: SWJ}                  | no unit has the code SWJ
          [{code: A, name: 甲, functions: []}, {code: A, name: 乙, functions: []}] | twice
          - {code: [                                                           | is no YAML
          """)
  void aListThatCannotBeIsRefusedByTheNameOfItsFile(
      String text, String problem, @TempDir Path folder) throws IOException {
    String file = write(folder, text);
    assertThatThrownBy(() -> ReferenceFiles.units(file))
        .hasMessageContaining("units.yml")
        .hasMessageContaining(problem);
  }

  @Test
  void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> ReferenceFiles.units(folder.resolve("units.yml").toString()))
        .hasMessageContaining("units.yml does not exist");
  }

  private static String write(Path folder, String text) throws IOException {
    return Files.writeString(folder.resolve("units.yml"), text).toString();
  }

  @Test
  void theRegionsOfTheProvinceAreKnown() {
    assertThat(ReferenceFiles.regions())
        .containsEntry("620000", "甘肃省")
        .containsEntry("621000", "庆阳市")
        .containsEntry("621002", "西峰区");
  }
}
