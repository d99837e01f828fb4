package hotline.sync.stream;

import org.apache.pulsar.client.api.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * Something on its way to the applier.
 *
 * @param batch checked; null when a message turned out to be worthless
 * @param statementOnly the batch's records are absent or not to be applied
 * @param acknowledge the message to acknowledge once this has been dealt with; null when it did not
 *     come by message
 */
record Arrival(@Nullable Batch batch, boolean statementOnly, @Nullable MessageId acknowledge) {

  static Arrival worthless(MessageId message) {
    return new Arrival(null, true, message);
  }

  static Arrival byMessage(Batch batch, MessageId message) {
    return new Arrival(batch, batch.count() == 0, message);
  }

  static Arrival fetched(Batch batch) {
    return new Arrival(batch, batch.count() == 0, null);
  }

  static Arrival statement(Batch batch) {
    return new Arrival(batch, true, null);
  }

  int size() {
    return batch == null ? 0 : batch.bytes().length;
  }
}
