package hotline.node.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.knowledge.KnowledgeIndex.Search;
import hotline.sync.NodeCode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found by what people say. */
class KnowledgeIndexTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final NodeCode CITY = NodeCode.of("621000");

  @SuppressWarnings("NullAway.Init")
  private KnowledgeIndex index;

  @BeforeEach
  void fill() throws IOException {
    index = new KnowledgeIndex();
    put("K1", "失业金怎么领取？", "失业后六十日内到参保地经办机构申领失业保险金。", "PUBLIC", null);
    put("K2", "供暖温度不达标怎么办？", "卧室、起居室低于18摄氏度的，先向供热公司报修。", "PUBLIC", null);
    put("K3", "话务员遇到威胁怎么办？", "先安抚，再按预案转班长。", "INTERNAL", null);
    put("K4", "春节期间公交几点收车？", "除夕18时收车。", "PUBLIC", TODAY.minusDays(1));
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @Test
  void aQuestionInOnesOwnWordsFindsWhatIsClosest() {
    assertThat(keys("我下岗了，失业金去哪领", false)).first().isEqualTo("K1");
    assertThat(keys("家里供暖不热，温度才十五度", false)).first().isEqualTo("K2");
    assertThat(keys("办理护照要带什么材料", false)).isEmpty();
  }

  @Test
  void aWordOfTheAnswerIsFoundToo() {
    assertThat(keys("供热公司", false)).containsExactly("K2");
  }

  @Test
  void whatIsInternalIsNotForThePublic() {
    assertThat(keys("话务员遇到威胁", false)).containsExactly("K3");
    assertThat(keys("话务员遇到威胁", true)).isEmpty();
    assertThat(keys("", true)).doesNotContain("K3");
  }

  @Test
  void whatIsOverLeavesByItselfAndWhatIsWithdrawnAtOnce() {
    assertThat(keys("春节公交几点收车", false)).isEmpty();
    index.remove("621000/K1");
    assertThat(keys("失业金怎么领取", false)).isEmpty();
    assertThat(keys("", false)).containsExactlyInAnyOrder("K2", "K3");
  }

  @Test
  void aNewerVersionTakesThePlaceOfTheOlder() {
    put("K1", "失业金怎么领取？", "登录省人社厅网站申领。", "PUBLIC", null);

    assertThat(index.search(new Search("失业金怎么领取", TODAY, true, 0, 10)).entries())
        .singleElement()
        .satisfies(found -> assertThat(found.knowledge().answer()).contains("省人社厅"));
  }

  private List<String> keys(String text, boolean publicOnly) {
    return index.search(new Search(text, TODAY, publicOnly, 0, 10)).entries().stream()
        .map(Found::key)
        .toList();
  }

  private void put(
      String key, String question, String answer, String openness, @Nullable LocalDate until) {
    index.put(
        new Found(
            CITY,
            key,
            1,
            Instant.parse("2026-11-20T00:00:00Z"),
            new KnowledgeDocument(
                question, answer, "依据", "", "市热线", LocalDate.of(2026, 1, 1), until, openness)));
  }
}
