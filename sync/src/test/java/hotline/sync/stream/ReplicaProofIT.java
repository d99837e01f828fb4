package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The replica tables of the top, compared with what the leaf's records left there. */
class ReplicaProofIT {

  private static final List<String> TABLES = List.of("replica", "latest", "replica_manifest");

  @SuppressWarnings("NullAway.Init")
  private static ToyNetwork network;

  @SuppressWarnings("NullAway.Init")
  private static StreamId stream;

  @BeforeAll
  static void fill() {
    network = new ToyNetwork().start();
    stream = StreamId.uplinkOf(network.leaf.code());
    for (int i = 0; i < 40; i++) {
      network.leaf.work(i % 4);
      if (i % 10 == 9) {
        network.awaitComplete();
      }
    }
    for (String table : TABLES) {
      execute("CREATE TABLE good_" + table + " AS SELECT * FROM " + table);
    }
  }

  @AfterEach
  void repair() {
    for (String table : TABLES) {
      execute("DELETE FROM " + table);
      execute("INSERT INTO " + table + " SELECT * FROM good_" + table);
    }
    assertThat(verify().findings()).isEmpty();
  }

  @AfterAll
  static void close() {
    network.close();
  }

  @Test
  void untouchedReplicasAreProvenOverTheWholeStream() {
    ReplicaReport report = verify();

    assertThat(report.proven()).isTrue();
    assertThat(report.from()).isEqualTo(1);
    assertThat(report.position()).isEqualTo(40);
    assertThat(report.compared()).isGreaterThanOrEqualTo(44);
  }

  @Test
  void anAlteredByteIsFoundAtItsEntity() {
    execute("UPDATE latest SET body = CONCAT('X', SUBSTRING(body, 2)) WHERE ticket = '2'");

    assertThat(verify().findings())
        .containsExactly(new ReplicaFinding(ReplicaFinding.Kind.ALTERED, "ticket/2", 39, 10, 10));
  }

  @Test
  void aDeletedRowIsFoundAtItsEntity() {
    execute("DELETE FROM replica WHERE position = 17");

    assertThat(verify().findings())
        .containsExactly(new ReplicaFinding(ReplicaFinding.Kind.MISSING, "row/17", 17, 1, 0));
  }

  @Test
  void anEarlierVersionThatIsPutBackIsFoundAtItsEntity() {
    execute("UPDATE latest SET version = 9, body = '3:9' WHERE ticket = '3'");

    assertThat(verify().findings())
        .containsExactly(new ReplicaFinding(ReplicaFinding.Kind.OLDER, "ticket/3", 40, 10, 9));
  }

  @Test
  void aVersionThatNoRecordBroughtIsFoundAtItsEntity() {
    execute("UPDATE latest SET version = 11, body = '1:11' WHERE ticket = '1'");

    assertThat(verify().findings())
        .containsExactly(new ReplicaFinding(ReplicaFinding.Kind.NEWER, "ticket/1", 38, 10, 11));
  }

  @Test
  void aManifestThatIsGoneOrAlteredIsFoundAtItsRange() {
    long second =
        network
            .top
            .schema()
            .number("SELECT MIN(first_position) FROM replica_manifest WHERE first_position > 1");
    execute("UPDATE replica_manifest SET manifest = REVERSE(manifest) WHERE first_position = 1");
    assertThat(verify().findings())
        .containsExactly(new ReplicaFinding(ReplicaFinding.Kind.MANIFEST, "", 1, 0, 0));

    execute("DELETE FROM replica_manifest WHERE first_position = " + second);
    assertThat(verify().findings())
        .contains(new ReplicaFinding(ReplicaFinding.Kind.MANIFEST, "", second, 0, 0));
  }

  @Test
  void aManifestGoneAtTheEndIsFound() {
    long last = network.top.schema().number("SELECT MAX(first_position) FROM replica_manifest");
    execute("DELETE FROM replica_manifest WHERE first_position = " + last);

    assertThat(verify().findings())
        .contains(new ReplicaFinding(ReplicaFinding.Kind.MANIFEST, "", last, 0, 0));
  }

  @Test
  void sealedRangesProveTheSame() {
    int rows = manifests();
    network.top.engine().proof().seal(stream, 25);

    assertThat(manifests()).isLessThan(rows);
    assertThat(verify().proven()).isTrue();
    execute("UPDATE latest SET version = 9, body = '3:9' WHERE ticket = '3'");
    assertThat(verify().findings()).extracting(ReplicaFinding::key).containsExactly("ticket/3");
  }

  private static ReplicaReport verify() {
    return network.top.engine().proof().replicas(stream);
  }

  private static void execute(String sql) {
    network.top.schema().execute(sql);
  }

  private static int manifests() {
    return (int)
        network
            .top
            .schema()
            .number("SELECT COUNT(*) FROM replica_manifest WHERE origin = '621002'");
  }
}
