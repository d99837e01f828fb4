package hotline.node.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What people type to pick a name. */
class InitialsTest {

  private final Initials initials = new Initials();

  @Test
  void aUnitIsFoundByTheInitialsOfItsName() {
    assertThat(initials.of("市交通运输局")).isEqualTo("sjtysj");
    assertThat(initials.of("市卫健委")).isEqualTo("swjw");
  }

  @Test
  void aCharacterIsReadAsInTheWordThatItStandsIn() {
    assertThat(initials.of("重庆市")).isEqualTo("cqs");
    assertThat(initials.of("重点项目")).isEqualTo("zdxm");
    assertThat(initials.of("长期护理")).isEqualTo("cqhl");
    assertThat(initials.of("银行")).isEqualTo("yh");
  }

  @Test
  void whatHasNoReadingIsLeftOutAndLatinStays() {
    assertThat(initials.of("ETC办理（高速）/5G")).isEqualTo("etcblgs5g");
  }
}
