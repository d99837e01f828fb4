package hotline.node.policy;

import hotline.node.classification.Channel;
import java.time.Duration;
import java.util.Set;

/**
 * What is done about abuse (ABU-01).
 *
 * @param longest how long a restriction may last
 * @param channels which ways in are restricted; all others stay open
 */
public record AbuseRules(Duration longest, Set<Channel> channels) {

  public AbuseRules {
    channels = Set.copyOf(channels);
  }
}
