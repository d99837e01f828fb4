package hotline.sync.command;

import com.google.protobuf.ByteString;
import hotline.sync.NodeCode;
import hotline.sync.jdbc.Micros;
import hotline.v1.CommandEnvelope;
import java.util.regex.Pattern;

/** Between this package's values and the messages on the wire; what comes in is validated here. */
final class Wire {

  /** What the tables' columns hold, and compare byte by byte. */
  private static final Pattern TEXT = Pattern.compile("[!-~]{1,64}");

  static final int LARGEST_PAYLOAD = 1 << 20;

  private Wire() {}

  static CommandEnvelope envelope(
      NodeCode sender, NodeCode target, Outgoing command, byte[] payload) {
    return CommandEnvelope.newBuilder()
        .setCommandId(ByteString.copyFrom(CommandIds.bytes(command.commandId)))
        .setSender(sender.value())
        .setTarget(target.value())
        .setOrderingKey(command.key)
        .setSequence(command.sequence)
        .setPreviousSequence(command.previous)
        .setType(command.type)
        .setPayload(ByteString.copyFrom(payload))
        .setWrittenAtMicros(command.writtenAtMicros)
        .build();
  }

  /**
   * Checks an envelope that {@code peer} has sent to {@code self}.
   *
   * @throws IllegalArgumentException when it is malformed, from another sender or for another
   *     target
   */
  static InboundCommand inbound(NodeCode self, NodeCode peer, CommandEnvelope envelope) {
    if (!envelope.getSender().equals(peer.value()) || !envelope.getTarget().equals(self.value())) {
      throw new IllegalArgumentException(
          "command from '%s' to '%s': expected %s to %s"
              .formatted(envelope.getSender(), envelope.getTarget(), peer, self));
    }
    if (envelope.getSequence() < 1
        || envelope.getPreviousSequence() < 0
        || envelope.getPreviousSequence() >= envelope.getSequence()) {
      throw new IllegalArgumentException(
          "command of sequence %d after %d: expected a positive one after an earlier one"
              .formatted(envelope.getSequence(), envelope.getPreviousSequence()));
    }
    checkText("ordering key", envelope.getOrderingKey());
    checkText("type", envelope.getType());
    checkPayload(envelope.getPayload().size());
    return new InboundCommand(
        CommandIds.of(envelope.getCommandId().toByteArray()),
        peer,
        envelope.getOrderingKey(),
        envelope.getType(),
        envelope.getPayload().toByteArray(),
        Micros.toInstant(envelope.getWrittenAtMicros()));
  }

  static void checkText(String what, String text) {
    if (!TEXT.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "%s '%s': expected 1 to 64 visible ASCII characters"
              .formatted(what, text.length() > 64 ? text.substring(0, 64) + "…" : text));
    }
  }

  static void checkPayload(int size) {
    if (size > LARGEST_PAYLOAD) {
      throw new IllegalArgumentException(
          "payload of %d bytes: expected at most %d".formatted(size, LARGEST_PAYLOAD));
    }
  }

  static hotline.v1.CommandOutcome message(CommandId id, CommandOutcome outcome) {
    hotline.v1.CommandOutcome.Builder message = answer(id);
    if (outcome instanceof CommandOutcome.Refused refused) {
      message.setRefused(
          hotline.v1.CommandOutcome.Refused.newBuilder()
              .setErrorCode(refused.errorCode())
              .setErrorName(refused.errorName())
              .setMessage(refused.message()));
    } else if (outcome instanceof CommandOutcome.Done done) {
      message.setDone(
          hotline.v1.CommandOutcome.Done.newBuilder()
              .setResult(ByteString.copyFrom(done.result())));
    }
    return message.build();
  }

  static hotline.v1.CommandOutcome deferred(CommandId id, String reason) {
    return answer(id)
        .setDeferred(hotline.v1.CommandOutcome.Deferred.newBuilder().setReason(reason))
        .build();
  }

  private static hotline.v1.CommandOutcome.Builder answer(CommandId id) {
    return hotline.v1.CommandOutcome.newBuilder()
        .setCommandId(ByteString.copyFrom(CommandIds.bytes(id)));
  }

  static CommandOutcome done(hotline.v1.CommandOutcome.Done done) {
    return new CommandOutcome.Done(done.getResult().toByteArray());
  }

  static CommandOutcome refused(hotline.v1.CommandOutcome.Refused refused) {
    return new CommandOutcome.Refused(
        refused.getErrorCode(), refused.getErrorName(), refused.getMessage());
  }
}
