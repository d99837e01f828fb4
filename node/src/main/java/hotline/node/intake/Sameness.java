package hotline.node.intake;

/**
 * By what the same person's appeals are found.
 *
 * @param requester tells whose it is, see {@link RequesterKeys#keyOf}
 * @param hash equal for the same person with the same words, at every node of the tree
 */
record Sameness(String requester, byte[] hash) {}
