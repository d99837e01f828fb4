package hotline.node.policy;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.OwnIdentity;
import hotline.node.Tier;
import hotline.node.classification.NodeKind;
import hotline.requirements.Requirement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisationRulesTest {

  private final OrganisationRules qingyang = PolicyFile.bundled("qingyang").organisation();

  @ParameterizedTest
  @CsvSource({
    "CENTER, 庆阳市12345政务服务便民热线, 市12345热线, true",
    "CENTER, 西峰区12345政务服务便民热线, 西峰区12345热线, true",
    "CENTER, 西峰区政务服务便民热线, 西峰区12345热线, false",
    "CENTER, 12345政务服务便民热线, 12345热线, false",
    "CENTER, 西峰区12345政务服务便民热线, 西峰热线, false",
    "SUB_CENTER, 庆阳市12345政务服务便民热线人社分中心, 人社分中心, true",
    "SUB_CENTER, 庆阳市12345热线人社分中心, 人社分中心, true",
    "SUB_CENTER, 人社热线, 人社分中心, false",
    "SUB_CENTER, 庆阳市12345热线人社分中心, 人社热线, false",
  })
  @Requirement("TOP-17")
  void namesInFullAndForShortAreOfTheFormOfTheirKind(
      NodeKind kind, String full, String brief, boolean right) {
    NameRule rule = qingyang.names().get(kind);

    assertThat(rule).isNotNull();
    if (rule != null) {
      assertThat(rule.problem(full, brief).isEmpty()).isEqualTo(right);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PROVINCE, 甘肃省12345政务服务便民热线, 甘肃省12345热线",
    "DISTRICT, 西峰区12345政务服务便民热线, 西峰区12345热线",
    "SUB_CENTER, 庆阳市12345热线人社分中心, 人社分中心",
    "SUB_CENTER, 人社分中心, 人社分中心",
  })
  @Requirement("TOP-17")
  void aNameForShortFollowsFromTheFullOne(Tier tier, String full, String brief) {
    assertThat(OwnIdentity.shortened(OwnIdentity.usual(tier), full)).isEqualTo(brief);
  }

  @ParameterizedTest
  @CsvSource({
    "qingyang, true, 0, 市",
    "qingyang, false, 0, 县（区）",
    "qingyang, false, 2,",
    "nanjing, true, 0, 市",
    "nanjing, false, 1, 街道（镇）",
    "nanjing, false, 2,",
    "baotou, false, 2, 嘎查村（社区）",
    "baotou, false, 3,",
  })
  @Requirement({"TOP-11", "TOP-12"})
  void thePolicySaysHowManyTiersThereAre(
      String policy, boolean province, int above, @Nullable String below) {
    assertThat(PolicyFile.bundled(policy).organisation().tierBelow(province, above).orElse(null))
        .isEqualTo(below);
  }

  @Test
  @Requirement("TOP-13")
  void onlyChangzhouManagesItsBranchesTwice() {
    assertThat(PolicyFile.bundled("changzhou").organisation().duallyManaged())
        .containsExactly(NodeKind.SUB_CENTER);
    assertThat(qingyang.duallyManaged()).isEmpty();
  }
}
