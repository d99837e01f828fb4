package hotline.sync.command;

import java.util.UUID;

/** Identity of a command, the same on every attempt: a time-ordered UUID (version 7). */
public record CommandId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
