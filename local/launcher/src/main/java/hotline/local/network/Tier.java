package hotline.local.network;

/** The kinds of node, and the program that runs each. */
public enum Tier {
  PROVINCE("省级", "province-node", "hotline.province.ProvinceNode", "province"),
  CITY("市级", "city-node", "hotline.city.CityNode", "city"),
  DISTRICT("县区级", "district-node", "hotline.district.DistrictNode", "district"),
  SUB_CENTER("分中心", "district-node", "hotline.district.DistrictNode", "sub-center");

  private final String label;
  private final String module;
  private final String mainClass;
  private final String profile;

  Tier(String label, String module, String mainClass, String profile) {
    this.label = label;
    this.module = module;
    this.mainClass = mainClass;
    this.profile = profile;
  }

  /** The name that people read. */
  public String label() {
    return label;
  }

  String module() {
    return module;
  }

  String mainClass() {
    return mainClass;
  }

  String profile() {
    return profile;
  }
}
