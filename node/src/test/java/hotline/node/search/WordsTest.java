package hotline.node.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void wordsArePartedBySpacesAndCommas() {
    assertThat(Words.of("  路灯　不亮，南大街 路灯")).containsExactly("路灯", "不亮", "南大街");
  }
}
