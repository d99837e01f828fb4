package hotline.node.handling;

import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import org.jspecify.annotations.Nullable;

/** Guards against deciding on what somebody else, or a timer, has changed meanwhile. */
final class Versions {

  private Versions() {}

  static void require(@Nullable Long seen, long current, String what) {
    if (seen != null && seen != current) {
      throw new RefusedException(
          ErrorCode.STALE_VERSION,
          what + " 已有新的变动（您看到的是第" + seen + "版，现为第" + current + "版），请核对后再提交");
    }
  }
}
