package hotline.local.demo.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void chineseAndLatinCellsLineUp() {
    assertThat(new Table("节点", "受理").row("庆阳市", 4326L).row("city", 7L).lines())
        .containsExactly("节点     受理", "庆阳市  4,326", "city        7");
  }

  @Test
  void chineseCharactersAndFullWidthSignsTakeTwoColumns() {
    assertThat(Table.width("庆阳12345（市）")).isEqualTo(4 + 5 + 6);
    assertThat(Table.width("✓ ok")).isEqualTo(4);
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> new Table("一", "二").row("a")).hasMessageContaining("expected 2");
  }
}
