package hotline.local.demo.client;

import org.jspecify.annotations.Nullable;

/** A reply and, once there is one, its review. */
public record ReplyView(String content, int round, @Nullable Review review) {

  /** Whether the reply was good enough. */
  public record Review(boolean accepted) {}
}
