package hotline.sync.command;

/** A command with the outcome that came back for it. */
record Settlement(Outgoing command, CommandOutcome outcome) {}
