package hotline.node.intake;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.classification.Category;
import hotline.node.classification.Channel;
import hotline.node.classification.Urgency;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.PersonalData;
import hotline.requirements.Requirement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Requirement("Q-06")
class RequesterKeysTest {

  private static final PersonalData WANG = new PersonalData("王测试", "138 0000-0001", null);

  private final RequesterKeys here = new RequesterKeys("a-secret-that-the-nodes-of-a-tree-share");
  private final RequesterKeys there = new RequesterKeys("a-secret-that-the-nodes-of-a-tree-share");
  private final RequesterKeys stranger = new RequesterKeys("a-secret-of-some-other-tree-of-nodes");

  @Test
  void nodesOfOneTreeMakeTheSameOfAPersonAndOthersDoNot() {
    assertThat(here.keyOf(WANG)).isEqualTo(there.keyOf(WANG)).isNotEqualTo(stranger.keyOf(WANG));
    assertThat(here.keyOf(WANG))
        .isEqualTo(there.keyOf(new PersonalData(null, "+86 13800000001", null)))
        .isNotEqualTo(there.keyOf(new PersonalData("王测试", "13800000002", null)));
  }

  @Test
  void aHashTellsNeitherNameNorNumber() {
    assertThat(here.keyOf(WANG)).matches("[0-9a-f]{32}").doesNotContain("13800000001");
    assertThat(here.keyOf(PersonalData.NONE)).isNull();
  }

  @Test
  void theSameWordsOfTheSamePersonAreTheSameMatterAtEveryNode() {
    String key = here.keyOf(WANG);

    assertThat(hash(here, key, "路灯 不亮。")).isEqualTo(hash(there, key, "路灯不亮"));
    assertThat(hash(here, key, "路灯不亮")).isNotEqualTo(hash(there, key, "井盖破损"));
    assertThat(hash(here, key, "路灯不亮"))
        .isNotEqualTo(hash(here, here.keyOf(new PersonalData("李四", null, null)), "路灯不亮"));
    assertThat(here.samenessOf(null, appeal("路灯不亮"))).isNull();
  }

  private static byte[] hash(RequesterKeys keys, @Nullable String key, String content) {
    return Objects.requireNonNull(keys.samenessOf(key, appeal(content))).hash();
  }

  private static Appeal appeal(String content) {
    return new Appeal(
        Channel.PHONE,
        Category.HELP,
        Urgency.GENERAL,
        false,
        null,
        "标题",
        content,
        null,
        null,
        null,
        List.of());
  }
}
