package hotline.local.network;

/**
 * The ports of one network, all counted from one base: consoles from +0, links from +20, database
 * +40, broker +41 and its admin interface +42.
 */
record Ports(int base) {
  static final int DEFAULT_BASE = 12_345;
  private static final int LAST_OFFSET = 42;

  Ports {
    if (base < 1_024 || base > 65_535 - LAST_OFFSET) {
      throw new NetworkException(
          "端口基数 %d 无效：应在 1024 到 %d 之间".formatted(base, 65_535 - LAST_OFFSET));
    }
  }

  int console(int node) {
    return base + node;
  }

  int link(int node) {
    return base + 20 + node;
  }

  int mariaDb() {
    return base + 40;
  }

  int pulsar() {
    return base + 41;
  }

  int pulsarHttp() {
    return base + LAST_OFFSET;
  }
}
