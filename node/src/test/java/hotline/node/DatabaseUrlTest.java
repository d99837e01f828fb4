package hotline.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://db/hotline?useServerPrepStmts=true",
        "jdbc:mysql://db/hotline?sslMode=REQUIRED&USESERVERPREPSTMTS=yes",
        "jdbc:mysql://(host=db,useServerPrepStmts=true)/hotline"
      })
  void serverSidePreparedStatementsAreRefused(String url) {
    assertThatThrownBy(() -> DatabaseUrl.checked(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("useServerPrepStmts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://db/hotline",
        "jdbc:mysql://db/hotline?useServerPrepStmts=false&cachePrepStmts=true"
      })
  void anOrdinaryUrlIsTaken(String url) {
    assertThat(DatabaseUrl.checked(url)).isEqualTo(url);
  }

  @Test
  void anotherDriversUrlIsRefusedWithoutShowingItsParameters() {
    assertThatThrownBy(() -> DatabaseUrl.checked("jdbc:postgresql://db/x?password=geheim"))
        .hasMessageContaining("jdbc:mysql:")
        .hasMessageNotContaining("geheim");
  }
}
