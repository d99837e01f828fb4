package hotline.node.policy;

/** Until when a return is in time, in some cases (SLA-09). */
public record ReturnLimit(Case when, RuledLimit limit) {}
