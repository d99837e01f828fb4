package hotline.local.demo.appeal;

/** Where a message belongs: the region that it is about and the node that takes it in. */
public record Route(String region, String node) {}
