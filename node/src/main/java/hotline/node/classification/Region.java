package hotline.node.classification;

/** Where the appeal's matter lies: an administrative region by its code. */
public record Region(String code, String name) {}
