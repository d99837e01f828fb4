package hotline.node.classification;

/** An entry of the matter catalogue, the second axis of classification (CLS-06, CLS-11). */
public record Matter(String code, String name) {}
