package hotline.local.demo.summary;

/**
 * What one node did, as it counts itself. The names are those of the JSON report.
 *
 * @param received assignments from other nodes
 * @param signedFor assignments of the node and its units that were signed for, each once
 * @param replied assignments of the node and its units that were replied to, each once
 */
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
