package hotline.node.policy;

/**
 * By what deadlines were set.
 *
 * @param policy the policy of the node that set them
 * @param calendar the number of that node's calendar, 0 for the one that comes with the program
 */
public record Basis(PolicyRef policy, int calendar) {}
