package hotline.node.ticket;

import java.time.Instant;

/**
 * What the legal panel thinks of an answer that the citizen is dissatisfied with (LIF-20).
 *
 * @param round which answer
 * @param unitAtFault whether the matter should be handled again
 */
public record PanelOpinion(int round, boolean unitAtFault, String opinion, Instant at, Actor by) {}
