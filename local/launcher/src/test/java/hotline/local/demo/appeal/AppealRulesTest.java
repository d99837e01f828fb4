package hotline.local.demo.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppealRulesTest {

  private final AppealRules rules = AppealRules.builtIn();

  @ParameterizedTest
  @CsvSource({
    "咨询医保缴费,材料,CONSULTATION",
    "求助老人走失,请帮忙,HELP",
    "投诉物业,不作为,COMPLAINT",
    "举报偷排,污水,REPORT",
    "建议修路,增设路灯,SUGGESTION",
    "感谢信,表扬医生,PRAISE",
    "无题,今天天气不错,OTHER",
  })
  void everyCategoryIsReached(String title, String content, String category) {
    assertThat(rules.classify(title, content).category()).isEqualTo(category);
  }

  @Test
  void theTitleCountsBeforeTheContent() {
    assertThat(rules.classify("咨询退休手续", "之前投诉过一次").category()).isEqualTo("CONSULTATION");
  }

  @Test
  void urgencyEnterpriseAndUnitAreGuessed() {
    assertThat(rules.classify("大面积停水", "整条街").urgency()).isEqualTo("URGENT");
    assertThat(rules.classify("小区停水", "一栋楼").urgency()).isEqualTo("LIVELIHOOD");
    assertThat(rules.classify("咨询补贴", "我公司有五人").enterprise()).isTrue();
    assertThat(rules.unitName("小区暖气不热", "请供热公司来看")).hasValue("供热");
    assertThat(rules.unitName("无题", "无事")).isEmpty();
  }

  @Test
  void everyRefusalHasItsGuidance() {
    assertThat(rules.guidance("EMERGENCY_SERVICE")).contains("110");
    assertThat(rules.guidance("SOMETHING_NEW")).contains("不属于热线受理范围");
  }
}
