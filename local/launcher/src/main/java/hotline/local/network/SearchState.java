package hotline.local.network;

/**
 * How a node's search index stands.
 *
 * @param rebuilding whether it is being built anew
 * @param percent of the tickets that have been read for that
 * @param tickets that can be found
 */
public record SearchState(boolean rebuilding, int percent, long tickets) {}
