package hotline.node.ticket;

import hotline.node.classification.RefusalGround;
import java.time.Instant;

/** Why an appeal was not accepted and where the citizen can turn instead (ACC-12). */
public record Refusal(RefusalGround ground, String guidance, Instant at, Actor by) {}
