package hotline.node.ticket;

import hotline.node.classification.HandlingRole;
import org.jspecify.annotations.Nullable;

/** An order that a dispatcher wants to place; the assignee has been found to exist. */
public record OrderDraft(Assignee assignee, HandlingRole role, @Nullable String note) {}
