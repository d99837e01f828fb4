package hotline.node.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VocabularyTest {

  @Test
  void everyValueHasAChineseLabelOfItsOwn() {
    Vocabulary.all()
        .forEach(
            (list, terms) -> {
              assertThat(terms).as(list).isNotEmpty();
              assertThat(terms)
                  .as(list)
                  .allMatch(term -> term.label().codePoints().anyMatch(c -> c >= 0x4E00));
              assertThat(terms).as(list).extracting(Vocabulary.Term::value).doesNotHaveDuplicates();
              assertThat(terms).as(list).extracting(Vocabulary.Term::label).doesNotHaveDuplicates();
              assertThat(terms).as(list).noneMatch(term -> term.value().equals("UNKNOWN"));
            });
  }

  @Test
  void theSevenCategoriesAreThere() {
    assertThat(Vocabulary.all().get("category"))
        .extracting(Vocabulary.Term::label)
        .containsExactly("咨询", "求助", "投诉", "举报", "建议", "致谢", "其他");
  }

  @Test
  void aLongTextIsCutInTheStoryWithoutBreakingACharacter() {
    Happening happening = new Happening(EventType.REPLIED, null, "𠮷".repeat(400));

    assertThat(happening.text()).isEqualTo("𠮷".repeat(299) + "…");
  }
}
