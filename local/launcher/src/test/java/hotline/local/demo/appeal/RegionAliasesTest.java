package hotline.local.demo.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionAliasesTest {

  private final RegionAliases aliases =
      new RegionAliases(Set.of("620000", "621000", "621002", "621000F01"));

  @Test
  void theNodeOfTheRegionTakesItInOrElseThatOfTheCityAround() {
    aliases.add("A3区=621002");
    aliases.add("A7县=621021");
    aliases.add("人社窗口=621000@621000F01");

    assertThat(aliases.route("反映A3区停水")).hasValue(new Route("621002", "621002"));
    assertThat(aliases.route("反映A7县停水")).hasValue(new Route("621021", "621000"));
    assertThat(aliases.route("人社窗口办事慢")).hasValue(new Route("621000", "621000F01"));
    assertThat(aliases.route("没有地名")).isEmpty();
  }

  @Test
  void theLongestAliasWinsThenTheOneNamedFirst() {
    aliases.add("A市=621000");
    aliases.add("A3区=621002");
    aliases.add("A7县=621021");

    assertThat(aliases.route("A市A3区与A7县交界")).hasValue(new Route("621002", "621002"));
    assertThat(aliases.route("A7县人在A3区打工")).hasValue(new Route("621021", "621000"));
  }

  @Test
  void aLaterEntryReplacesAnEarlierOne() {
    aliases.add("A3区=621002");
    aliases.add("A3区=621021");

    assertThat(aliases.route("A3区")).hasValue(new Route("621021", "621000"));
  }

  @Test
  void aBadEntrySaysWhatWasGivenAndExpectedWithItsLine(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("regions.txt");
    Files.writeString(file, "# 说明\nA3区=621002\nA4区=西峰\n");

    assertThatThrownBy(() -> aliases.addAll(file))
        .hasMessageContaining("第 3 行")
        .hasMessageContaining("A4区=西峰")
        .hasMessageContaining("六位区划代码");
    assertThatThrownBy(() -> aliases.add("B市=110000")).hasMessageContaining("没有受理节点 110000");
  }
}
