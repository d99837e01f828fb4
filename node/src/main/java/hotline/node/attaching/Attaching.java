package hotline.node.attaching;

import hotline.node.attachment.Attachment;
import hotline.node.attachment.FileKind;
import hotline.node.blob.Staged;
import hotline.node.blob.StagingArea;
import hotline.node.blob.StagingArea.TooBigException;
import hotline.node.entity.Step;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.EntityFilter;
import hotline.node.store.EntityStore;
import hotline.node.store.TicketStore;
import hotline.node.ticket.EventType;
import hotline.node.ticket.TicketId;
import hotline.node.wire.EntityForms;
import hotline.node.work.EntityWork;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files in. The bytes are in the store before anything refers to them; what dies in between
 * leaves bytes that nothing refers to, which are swept away.
 */
@Singleton
public final class Attaching {

  private static final Logger log = LoggerFactory.getLogger(Attaching.class);
  private static final int MANY = 500;
  private static final int MEGABYTE = 1 << 20;

  private final StagingArea staging;
  private final Blobs blobs;
  private final EntityWork work;
  private final EntityStore entities;
  private final TicketStore tickets;
  private final AttachmentNews news;
  private final AttachmentSettings settings;
  private final Rules rules;
  private final Transactions transactions;

  Attaching(
      StagingArea staging,
      Blobs blobs,
      EntityWork work,
      EntityStore entities,
      TicketStore tickets,
      AttachmentNews news,
      AttachmentSettings settings,
      Rules rules,
      Transactions transactions) {
    this.staging = staging;
    this.blobs = blobs;
    this.work = work;
    this.entities = entities;
    this.tickets = tickets;
    this.news = news;
    this.settings = settings;
    this.rules = rules;
    this.transactions = transactions;
  }

  /** The files of a ticket that are known here, in the order in which they were brought. */
  public List<Attachment> of(Tx tx, TicketId ticket) {
    return entities
        .list(tx, EntityForms.ATTACHMENT, EntityFilter.ofTicket(ticket.toString()), 0, MANY)
        .stream()
        .sorted(Comparator.comparing(Attachment::at).thenComparing(Attachment::id))
        .toList();
  }

  /**
   * Attaches a file to a ticket in transactions of its own. The same content for the same purpose
   * is attached once: a repeat returns the first.
   *
   * @throws RefusedException when it is too big, of a kind that is not taken in, damaged, one too
   *     many, or cannot be stored now
   */
  public Attachment bring(NewFile file, InputStream content) {
    try (Staged raw = staging.receive(settings.getMaxSize(), content::transferTo)) {
      FileKind kind =
          FileRecognition.kindOf(raw.file())
              .orElseThrow(
                  () ->
                      refused(
                          "“"
                              + file.name()
                              + "”的内容不是可以上传的文件；可以上传 JPG、PNG 图片，PDF、DOCX、XLSX 文档，MP3、WAV、AMR 录音"));
      if (kind.image()) {
        try (Staged scrubbed = scrub(kind, raw, file.name())) {
          return bring(file, kind, scrubbed);
        }
      }
      return bring(file, kind, raw);
    } catch (TooBigException e) {
      throw refused("“" + file.name() + "”超过 " + settings.getMaxSize() / MEGABYTE + " MB，请压缩后再上传");
    } catch (IOException e) {
      log.warn("A file of {} could not be stored: {}", file.ticket(), e.toString());
      throw new RefusedException(ErrorCode.UNAVAILABLE, "附件暂时无法保存，请稍后再试");
    }
  }

  private Staged scrub(FileKind kind, Staged raw, String name) throws IOException {
    try (InputStream in = Files.newInputStream(raw.file())) {
      return staging.receive(
          raw.size() + MEGABYTE,
          out -> {
            try {
              ImageScrub.copy(kind, in, out);
            } catch (EOFException | StreamCorruptedException e) {
              throw refused("图片“" + name + "”不完整或已损坏，请重新选择");
            }
          });
    }
  }

  private Attachment bring(NewFile file, FileKind kind, Staged bytes) throws IOException {
    if (bytes.size() == 0) {
      throw refused("“" + file.name() + "”是空文件");
    }
    blobs.keep(bytes);
    return transactions.call(tx -> attach(tx, file, kind, bytes));
  }

  /** With the ticket's row locked, so that its records keep their order. */
  private Attachment attach(Tx tx, NewFile file, FileKind kind, Staged bytes) {
    if (tickets.lock(tx, file.ticket()).isEmpty()) {
      throw new RefusedException(ErrorCode.NOT_FOUND, "没有工单 " + file.ticket());
    }
    List<Attachment> own =
        of(tx, file.ticket()).stream()
            .filter(a -> a.owner().equals(rules.self()) && a.about() == file.about())
            .toList();
    for (Attachment earlier : own) {
      if (earlier.hash().equals(bytes.hash())
          && Objects.equals(earlier.assignment(), file.assignment())) {
        return earlier;
      }
    }
    if (own.size() >= file.most()) {
      throw refused(
          "工单 " + file.ticket() + " 的" + file.about().label() + "已有 " + own.size() + " 个附件，不能再增加");
    }
    Attachment attachment =
        new Attachment(
            rules.self().codeText() + "-" + UUID.randomUUID(),
            1,
            rules.self(),
            file.ticket(),
            file.assignment(),
            file.about(),
            bytes.hash(),
            bytes.size(),
            kind.mediaType(),
            kind.nameFor(file.name()),
            work.now(),
            file.by());
    work.create(
        tx,
        EntityForms.ATTACHMENT,
        file.by(),
        new Step<>(
            attachment,
            EventType.ATTACHMENT_ADDED,
            file.about().label() + "：" + attachment.name()));
    news.brought(tx, attachment);
    return attachment;
  }

  private static RefusedException refused(String message) {
    return new RefusedException(ErrorCode.ATTACHMENT_RULE, message);
  }
}
