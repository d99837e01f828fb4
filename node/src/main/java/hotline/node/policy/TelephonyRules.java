package hotline.node.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How calls are taken.
 *
 * @param menuDepth how many voice menus a caller passes before somebody answers (INT-07)
 * @param busyPrompt what a caller hears who does not get through (INT-08)
 * @param restrictedPrompt what a restricted caller hears (ABU-01)
 * @param callBack until when a missed caller is called back (TOP-16)
 * @param attempts how often it must have been tried before it is given up
 * @param acknowledge until when an emergency number or a utility is to take what was handed to it;
 *     null for no limit (EMG-03)
 * @param expertLines the hotlines that must have an expert's seat (TOP-24)
 */
public record TelephonyRules(
    int menuDepth,
    String busyPrompt,
    String restrictedPrompt,
    RuledLimit callBack,
    int attempts,
    @Nullable RuledLimit acknowledge,
    Set<String> expertLines) {

  public TelephonyRules {
    expertLines = Set.copyOf(expertLines);
  }
}
