package hotline.sync.command;

import org.jspecify.annotations.Nullable;

/** A waiting command as the courier holds it; touched by the courier's thread only. */
final class Outgoing {

  final long id;
  final CommandId commandId;
  final String key;
  final String type;
  final long writtenAtMicros;

  /** 0 until it is given. */
  long sequence;

  long previous;
  int attempts;
  byte @Nullable [] payload;

  /** Clock milliseconds. */
  long loadedAt;

  Outgoing(
      long id,
      CommandId commandId,
      String key,
      String type,
      long writtenAtMicros,
      long sequence,
      long previous,
      int attempts,
      byte @Nullable [] payload,
      long loadedAt) {
    this.id = id;
    this.commandId = commandId;
    this.key = key;
    this.type = type;
    this.writtenAtMicros = writtenAtMicros;
    this.sequence = sequence;
    this.previous = previous;
    this.attempts = attempts;
    this.payload = payload;
    this.loadedAt = loadedAt;
  }
}
