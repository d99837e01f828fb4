package hotline.local.demo.summary;

/** What one node did, as it counts itself. The names are those of the JSON report. */
public record NodeCounts(
    String code,
    String tier,
    long accepted,
    long refused,
    long dispatched,
    long received,
    long signedFor,
    long replied,
    long closed,
    long archived) {}
