package hotline.node.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.node.classification.KnowledgeState;
import hotline.node.classification.Openness;
import hotline.node.store.KnowledgeStore.Knowledge;
import hotline.node.store.KnowledgeStore.KnowledgeVersion;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnowledgeLifeTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final KnowledgeLife life =
      new KnowledgeLife("shenhe", Instant.parse("2026-11-22T01:00:00Z"), TODAY);

  @Test
  void whatIsPublishedStaysWhileSomethingElseIsDraftedAndEvenWhenThatIsSentBack() {
    KnowledgeVersion published = life.publish(draft("到参保地经办机构申领", null), "");
    assertThat(published.published()).isEqualTo(published.version());

    KnowledgeVersion drafted = life.revise(published, knowledge("改在网上申领", null), "");
    assertThat(drafted.state()).isEqualTo(KnowledgeState.DRAFT);
    assertThat(drafted.published()).isEqualTo(published.version());

    KnowledgeVersion returned = life.sendBack(drafted, "请注明网址");
    assertThat(returned.published()).isEqualTo(published.version());
    assertThat(life.withdraw(returned, "政策废止").published()).isNull();
  }

  @Test
  void onlyADraftIsPublishedOrSentBack() {
    KnowledgeVersion published = life.publish(draft("到参保地经办机构申领", null), "");

    assertThatThrownBy(() -> life.publish(published, "")).hasMessageContaining("已发布");
    assertThatThrownBy(() -> life.sendBack(published, "改")).hasMessageContaining("待审核");
    KnowledgeVersion withdrawn = life.withdraw(published, "废止");
    assertThatThrownBy(() -> life.withdraw(withdrawn, "废止")).hasMessageContaining("已经下架");
  }

  @Test
  void whatHasExpiredIsNotPublishedAndNothingEndsBeforeItBegins() {
    KnowledgeVersion expired = draft("到参保地经办机构申领", TODAY.minusDays(1));

    assertThatThrownBy(() -> life.publish(expired, "")).hasMessageContaining("2026-11-21");
    assertThatThrownBy(() -> draft("略", LocalDate.of(2000, 1, 1))).hasMessageContaining("不能早于生效日期");
  }

  @Test
  void aPublicEntryWithAPersonsNumberIsRefusedButAnOfficesIsNot() {
    assertThatThrownBy(() -> draft("请联系张某 19900000001", null)).hasMessageContaining("手机号码");
    assertThatThrownBy(() -> draft("身份证 62280119900101001X", null)).hasMessageContaining("身份证");
    assertThat(draft("请致电 0934-8212345", null).state()).isEqualTo(KnowledgeState.DRAFT);
  }

  private KnowledgeVersion draft(String answer, @Nullable LocalDate until) {
    return life.propose(knowledge(answer, until), "");
  }

  private static Knowledge knowledge(String answer, @Nullable LocalDate until) {
    return new Knowledge(
        "失业金怎么领？",
        answer,
        "《失业保险条例》",
        "RSJ",
        "市人社局",
        LocalDate.of(2026, 1, 1),
        until,
        Openness.PUBLIC);
  }
}
