package hotline.node.classification;

import java.util.Arrays;
import java.util.Optional;

/** What part of government's work a matter belongs to (INT-10). */
public enum Domain implements Labelled {
  ECONOMIC_REGULATION("经济调节"),
  MARKET_REGULATION("市场监管"),
  SOCIAL_MANAGEMENT("社会管理"),
  PUBLIC_SERVICE("公共服务"),
  ECOLOGICAL_PROTECTION("生态环境保护");

  private final String label;

  Domain(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  public static Optional<Domain> labelled(String label) {
    return Arrays.stream(values()).filter(domain -> domain.label.equals(label)).findFirst();
  }
}
