package hotline.local.demo.client;

/** A node as another one names it; {@code tier} as the interface spells it. */
public record NodeRef(String code, String name, String tier) {}
