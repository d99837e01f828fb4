package hotline.node.view;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.ticket.PersonalData;
import hotline.node.ticket.Requester;
import hotline.requirements.Requirement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequesterViewTest {

  @Test
  @Requirement("SEC-01")
  void maskingLeavesTheFamilyNameAndTheEndsOfTheNumber() {
    RequesterView masked = masked("欧阳测试", "19912345678", "某街1号");

    assertThat(masked.name()).isEqualTo("欧**");
    assertThat(masked.phone()).isEqualTo("199****5678");
    assertThat(masked.address()).isEqualTo("******");
    assertThat(masked.masked()).isTrue();
  }

  @Test
  void aShortNumberIsMaskedWhole() {
    assertThat(masked(null, "123456", null).phone()).isEqualTo("******");
  }

  @Test
  void aNameOfRareCharactersIsNotCutInHalf() {
    assertThat(masked("𠮷野", null, null).name()).isEqualTo("𠮷**");
  }

  @Test
  void whatIsNotKnownStaysUnknown() {
    RequesterView masked = masked(null, null, null);

    assertThat(masked.name()).isNull();
    assertThat(masked.phone()).isNull();
    assertThat(masked.address()).isNull();
  }

  private static RequesterView masked(
      @Nullable String name, @Nullable String phone, @Nullable String address) {
    return RequesterView.masked(Requester.of(false, null, new PersonalData(name, phone, address)));
  }
}
