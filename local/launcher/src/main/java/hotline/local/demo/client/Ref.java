package hotline.local.demo.client;

/** Something known by a code, with its Chinese name. */
public record Ref(String code, String name) {}
