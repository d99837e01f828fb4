package hotline.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void theShippedCatalogueIsWellFormedAndHasEveryTable() {
    Catalogue catalogue = Catalogue.load();
    assertThat(catalogue.rows().stream().map(row -> row.id().replaceAll("-.*", "")).distinct())
        .containsExactly(
            "TOP", "INT", "ACC", "CLS", "DSP", "LIF", "SLA", "XTR", "RVS", "SUP", "ASM", "KB",
            "ANA", "EMG", "SEC", "ABU", "CAP", "TIM", "POL", "Q");
    assertThat(catalogue.has("LIF-09")).isTrue();
    assertThat(catalogue.has("LIF-99")).isFalse();
  }

  @Test
  void aRowThatSoftwareCannotMakeTrueMustSayWhy() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Catalogue.parse("CAP-01\tnot-software\t席位"))
        .withMessageContaining("line 1")
        .withMessageContaining("CAP-01 is marked not-software without a note");
  }

  @Test
  void anUnknownStatusIsRefusedWithThoseAllowed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Catalogue.parse("# a comment\n\nCAP-01\tdone\t席位"))
        .withMessageContaining("line 3")
        .withMessageContaining("\"done\"")
        .withMessageContaining("covered, open, later, not-software");
  }

  @Test
  void aRowStandsOnlyOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Catalogue.parse("CAP-01\topen\t席位\nCAP-01\topen\t席位"))
        .withMessageContaining("CAP-01 stands there twice");
  }
}
