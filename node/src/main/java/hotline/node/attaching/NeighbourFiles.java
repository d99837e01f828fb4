package hotline.node.attaching;

import hotline.node.NodeSettings;
import hotline.node.attachment.Attachment;
import hotline.node.attachment.Sha256;
import hotline.node.store.EntityStore;
import hotline.node.ticket.TicketId;
import hotline.node.wire.EntityForms;
import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import hotline.sync.blob.BlobException;
import hotline.sync.blob.BlobSource;
import hotline.sync.link.NodeLink;
import hotline.sync.stream.LinkScope;
import hotline.sync.trust.Tree;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Gives neighbours files: the parent those of this node and the nodes below, a child those of
 * tickets that it was given from here. What goes up masked goes without its files, of which nobody
 * can tell what they show of a person, unless the matter itself was sent up. Whether there are
 * others is not said.
 */
@Singleton
final class NeighbourFiles implements BlobSource {

  private final EntityStore entities;
  private final AttachmentNews news;
  private final Blobs blobs;
  private final Tree tree;
  private final Transactions transactions;
  private final LinkScope uplink;

  NeighbourFiles(
      EntityStore entities,
      AttachmentNews news,
      Blobs blobs,
      NodeLink link,
      Transactions transactions,
      NodeSettings settings) {
    this.entities = entities;
    this.news = news;
    this.blobs = blobs;
    this.tree = link.tree();
    this.transactions = transactions;
    this.uplink = settings.getUplinkScope();
  }

  @Override
  public InputStream open(NodeCode asker, String reference, byte[] sha256)
      throws BlobException, IOException {
    Attachment file =
        transactions
            .call(
                tx ->
                    entities
                        .find(tx, EntityForms.ATTACHMENT, reference)
                        .filter(found -> isTheSame(found.hash(), sha256))
                        .filter(
                            found ->
                                mayHave(asker, found, tx)
                                    || (tree.children().contains(asker)
                                        && wasGiven(asker, found.ticket(), found, tx))))
            .orElseThrow(
                () ->
                    new BlobException(
                        BlobException.Kind.NOT_FOUND,
                        tree.self() + " has no " + reference + " for " + asker));
    return blobs.open(file);
  }

  private boolean mayHave(NodeCode asker, Attachment file, Tx tx) {
    NodeCode owner = file.owner().code();
    return tree.parent().filter(asker::equals).isPresent()
        && (owner.equals(tree.self()) || tree.childTowards(owner).isPresent())
        && (uplink == LinkScope.FULL || news.isSentUp(tx, file.ticket()));
  }

  /** What was sent to it, or what answers a matter that it sent up. */
  private boolean wasGiven(NodeCode child, TicketId ticket, Attachment file, Tx tx) {
    return file.goesDown()
        ? news.assignees(tx, ticket).contains(child)
        : tree.childTowards(ticket.issuer()).filter(child::equals).isPresent();
  }

  private static boolean isTheSame(Sha256 hash, byte[] given) {
    return Arrays.equals(hash.bytes(), given);
  }
}
