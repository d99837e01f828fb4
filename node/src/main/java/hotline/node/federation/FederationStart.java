package hotline.node.federation;

import hotline.node.BuildVersion;
import hotline.sync.blob.BlobEndpoint;
import hotline.sync.command.CommandLink;
import hotline.sync.link.NodeLink;
import hotline.sync.stream.StreamEngine;
import hotline.sync.trust.NodeVersion;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.List;

/** Sets the links, streams and commands going once everything else is there. */
@Singleton
class FederationStart {

  private final NodeLink link;
  private final StreamEngine streams;
  private final CommandLink commands;
  private final BlobEndpoint blobs;
  private final ChildLinks children;

  FederationStart(
      NodeLink link,
      StreamEngine streams,
      CommandLink commands,
      BlobEndpoint blobs,
      ChildLinks children) {
    this.blobs = blobs;
    this.children = children;
    this.link = link;
    this.streams = streams;
    this.commands = commands;
  }

  @EventListener
  void onStartup(StartupEvent event) {
    link.start(
        List.of(streams.grpcService(), commands.grpcService(), blobs),
        NodeVersion.running(BuildVersion.text()),
        children::reached);
    streams.start();
    commands.start();
  }
}
