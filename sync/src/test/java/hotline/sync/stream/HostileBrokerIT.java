package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.local.servers.SharedServers;
import hotline.requirements.Requirement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.pulsar.client.api.Producer;
import org.apache.pulsar.client.api.PulsarClient;
import org.junit.jupiter.api.Test;

class HostileBrokerIT {

  @Test
  @Requirement({"XTR-03", "XTR-09"})
  void everyMessageThreeTimesShuffledAndDamagedLosesAndRepeatsNothing() throws Exception {
    Random random = new Random(42);
    try (ToyNetwork network = new ToyNetwork();
        PulsarClient client =
            PulsarClient.builder().serviceUrl(SharedServers.pulsar().serviceUrl()).build()) {
      network.leaf.start();
      for (int i = 0; i < 400; i++) {
        network.leaf.work(i % 7);
        if (i % 10 == 0) {
          // so that there are many batches
          await().until(() -> network.leaf.engine().status().waiting() == 0);
        }
      }
      String topic = network.topicOf(network.leaf);
      await()
          .atMost(ToyNetwork.PATIENCE)
          .until(() -> network.leaf.engine().status().produced().get(0).confirmed() == 400);
      network.leaf.stop();

      List<byte[]> messages = ToyNetwork.messages(client, topic);
      assertThat(messages).hasSizeGreaterThan(20);
      List<byte[]> hostile = new ArrayList<>();
      for (byte[] message : messages) {
        hostile.addAll(List.of(message, message, message));
      }
      Collections.shuffle(hostile, random);
      for (int i = 0; i < hostile.size(); i += 5) {
        hostile.set(i, flipBit(hostile.get(i), random));
      }
      hostile.add(new byte[] {1, 2, 3});
      hostile.add(new byte[0]);

      ToyNetwork.deleteTopic(topic);
      try (Producer<byte[]> producer = client.newProducer().topic(topic).create()) {
        network.middle.start();
        network.top.start();
        for (byte[] message : hostile) {
          producer.send(message);
        }
      }
      network.leaf.restart();
      network.leaf.work(1);
      network.awaitComplete();
      assertThat(network.middle.engine().status().children().get(0).damaged()).isPositive();
    }
  }

  @Test
  void aTopicDeletedUnderLoadCostsNoRecord() throws Exception {
    try (ToyNetwork network = new ToyNetwork().start()) {
      for (int round = 0; round < 4; round++) {
        for (int i = 0; i < 200; i++) {
          network.leaf.work(i % 7);
        }
        ToyNetwork.deleteTopic(network.topicOf(network.leaf));
        ToyNetwork.deleteTopic(network.topicOf(network.middle));
      }
      network.awaitComplete();
    }
  }

  @Test
  void messagesThatTheBrokerForgetAreFetchedFromTheOrigin() throws Exception {
    try (ToyNetwork network = new ToyNetwork()) {
      network.leaf.start();
      for (int i = 0; i < 300; i++) {
        network.leaf.work(i % 7);
      }
      await()
          .atMost(ToyNetwork.PATIENCE)
          .until(() -> network.leaf.engine().status().produced().get(0).confirmed() == 300);
      ToyNetwork.deleteTopic(network.topicOf(network.leaf));
      network.middle.start();
      network.top.start();
      network.awaitComplete();
      assertThat(network.middle.engine().status().children().get(0).refilled())
          .isGreaterThanOrEqualTo(300);
    }
  }

  private static byte[] flipBit(byte[] message, Random random) {
    byte[] damaged = message.clone();
    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
    return damaged;
  }
}
