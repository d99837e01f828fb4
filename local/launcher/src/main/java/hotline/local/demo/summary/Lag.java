package hotline.local.demo.summary;

/** From the commit at the origin to being visible at the top node, in milliseconds. */
public record Lag(double p50, double p99) {}
