package hotline.node.federation;

import hotline.node.RetentionSettings;
import hotline.sync.command.CommandLink;
import hotline.sync.completeness.Certifier;
import hotline.sync.completeness.CompletenessCertificate;
import hotline.sync.stream.StreamEngine;
import hotline.sync.stream.StreamPruner;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done for streams and commands once a day. */
@Singleton
public final class StreamUpkeep {

  private static final Logger log = LoggerFactory.getLogger(StreamUpkeep.class);

  private final StreamEngine streams;
  private final Certifier certifier;
  private final CommandLink commands;
  private final RetentionSettings retention;

  StreamUpkeep(
      StreamEngine streams,
      Certifier certifier,
      CommandLink commands,
      RetentionSettings retention) {
    this.streams = streams;
    this.certifier = certifier;
    this.commands = commands;
    this.retention = retention;
  }

  /** Certifies what is held of the nodes below, after making that cheaper for the days to come. */
  public void certify() {
    streams.proof().seal();
    CompletenessCertificate certificate = certifier.certify();
    if (certificate.complete()) {
      log.info("completeness certificate {}: complete", certificate.id());
    } else {
      log.warn("completeness certificate {}: not everything is proven", certificate.id());
    }
  }

  /** Removes what is older than its retention and needed by nobody. */
  public void prune() {
    StreamPruner.Pruned batches =
        streams.pruner().prune(retention.getSent(), retention.getReceived());
    long finished = commands.prune(retention.getCommands());
    log.info(
        "pruned {} batches sent, {} received, {} commands",
        batches.own(),
        batches.received(),
        finished);
  }
}
