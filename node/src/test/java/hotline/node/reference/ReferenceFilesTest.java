package hotline.node.reference;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.classification.Domain;
import hotline.requirements.Requirement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
  void theRegionsOfTheProvinceAreKnown() {
    assertThat(ReferenceFiles.regions())
        .containsEntry("620000", "甘肃省")
        .containsEntry("621000", "庆阳市")
        .containsEntry("621002", "西峰区");
  }
}
