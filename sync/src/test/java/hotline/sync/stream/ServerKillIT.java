package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.local.servers.SharedServers;
import hotline.requirements.Requirement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerKillIT {

  private final AtomicBoolean enough = new AtomicBoolean();
  private final AtomicInteger committed = new AtomicInteger();

  @AfterEach
  void leaveTheServersRunning() {
    if (!SharedServers.pulsar().isRunning()) {
      SharedServers.pulsar().restart();
    }
    if (!SharedServers.database().isRunning()) {
      SharedServers.database().restart();
    }
  }

  @Test
  void aBrokerKilledUnderLoadCostsNoRecord() throws Exception {
    try (ToyNetwork network = new ToyNetwork().start()) {
      Thread writer = writeUntilEnough(network.leaf);
      awaitCommitted(300);
      SharedServers.pulsar().kill();
      awaitCommitted(committed.get() + 500);
      SharedServers.pulsar().restart();
      awaitCommitted(committed.get() + 100);
      enough.set(true);
      writer.join();
      network.awaitComplete();
      assertThat(ToyNetwork.replica(network.top, network.leaf)).hasSize(committed.get());
    }
  }

  @Test
  @Requirement("XTR-03")
  void aBrokerThatLostAllItsDataUnderLoadCostsNoRecord() throws Exception {
    try (ToyNetwork network = new ToyNetwork().start()) {
      Thread writer = writeUntilEnough(network.leaf);
      awaitCommitted(300);
      SharedServers.pulsar().wipe();
      awaitCommitted(committed.get() + 500);
      enough.set(true);
      writer.join();
      network.awaitComplete();
      assertThat(ToyNetwork.replica(network.top, network.leaf)).hasSize(committed.get());
    }
  }

  @Test
  @Requirement("XTR-03")
  void aDatabaseKilledUnderLoadCostsNoCommittedRecord() throws Exception {
    try (ToyNetwork network = new ToyNetwork().start()) {
      Thread writer = writeUntilEnough(network.leaf);
      awaitCommitted(300);
      SharedServers.database().kill();
      SharedServers.database().restart();
      awaitCommitted(committed.get() + 300);
      enough.set(true);
      writer.join();
      network.awaitComplete();
      // a commit whose answer was lost may or may not count
      assertThat(ToyNetwork.replica(network.top, network.leaf))
          .hasSizeGreaterThanOrEqualTo(committed.get());
    }
  }

  private Thread writeUntilEnough(ToyNode node) {
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; !enough.get(); i++) {
                try {
                  node.work(i % 7);
                  committed.incrementAndGet();
                } catch (RuntimeException e) {
                  // the database is away: a citizen would call again
                  Thread.onSpinWait();
                }
              }
            });
    writer.start();
    return writer;
  }

  private void awaitCommitted(int count) {
    org.awaitility.Awaitility.await()
        .atMost(ToyNetwork.PATIENCE)
        .until(() -> committed.get() >= count);
  }
}
