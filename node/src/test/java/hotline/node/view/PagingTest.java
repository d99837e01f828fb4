package hotline.node.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hotline.node.error.RefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagingTest {

  private static final int MOST = Paging.MOST;

  @Test
  void aListIsTurnedAsFarAsItIsCounted() {
    assertThat(new Paging(MOST / 20, 20).offset()).isEqualTo(MOST);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(new Paging(MOST / 20 + 1, 20)::offset)
        .withMessageContaining("缩小查询范围");
    assertThatExceptionOfType(RefusedException.class)
        .as("no overflow")
        .isThrownBy(new Paging(Integer.MAX_VALUE, 200)::offset);
  }

  @Test
  void whatIsLongerSaysThatNobodyHasCountedIt() {
    Paging paging = new Paging(0, 20);
    assertThat(paging.of(List.of(), MOST)).isEqualTo(new PageView<>(List.of(), MOST, false, 0, 20));
    assertThat(paging.of(List.of(), MOST + 1))
        .isEqualTo(new PageView<>(List.of(), MOST, true, 0, 20));
  }
}
