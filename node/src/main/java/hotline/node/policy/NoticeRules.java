package hotline.node.policy;

import hotline.node.classification.NoticeKind;
import java.util.List;
import java.util.Set;

/**
 * What citizens are told by the platform.
 *
 * @param send on which occasions; without the answer it is for the unit to give it (RVS-01 to
 *     RVS-03)
 * @param signature what every message begins with
 * @param secrecyWords words that an answer may hold only after somebody has checked it for secrets
 *     (SEC-04)
 */
public record NoticeRules(Set<NoticeKind> send, String signature, List<String> secrecyWords) {

  public NoticeRules {
    send = Set.copyOf(send);
    secrecyWords = List.copyOf(secrecyWords);
  }
}
