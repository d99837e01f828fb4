package hotline.node.attaching;

import hotline.node.attachment.Attachment;
import hotline.node.attachment.FileKind;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.sync.blob.BlobException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a file to a browser so that it can do nothing there: to be kept, never shown as a page, of
 * the type that was found in it. Pictures can still be shown by a page of ours.
 */
@Singleton
public final class FileAnswer {

  private static final Logger log = LoggerFactory.getLogger(FileAnswer.class);

  private final Blobs blobs;

  FileAnswer(Blobs blobs) {
    this.blobs = blobs;
  }

  /**
   * The answer with the file's bytes.
   *
   * @throws RefusedException when they cannot be had now, or arrive damaged
   */
  public HttpResponse<StreamedFile> answer(Attachment file) {
    try {
      String type =
          FileKind.ofMediaType(file.mediaType())
              .map(FileKind::mediaType)
              .orElse(MediaType.APPLICATION_OCTET_STREAM);
      StreamedFile body =
          new StreamedFile(
              blobs.open(file), MediaType.of(type), file.at().toEpochMilli(), file.size());
      return HttpResponse.ok(body)
          .header("Content-Disposition", disposition(file.name()))
          .header("Content-Security-Policy", "sandbox; default-src 'none'");
    } catch (BlobException e) {
      throw refused(file, e);
    } catch (IOException e) {
      log.warn("{} cannot be read: {}", file.id(), e.toString());
      throw new RefusedException(ErrorCode.UNAVAILABLE, "附件“" + file.name() + "”暂时无法读取，请稍后再试");
    }
  }

  private static RefusedException refused(Attachment file, BlobException cause) {
    String where = "附件“" + file.name() + "”保存在“" + file.owner().name() + "”，";
    return switch (cause.kind()) {
      case AWAY -> new RefusedException(ErrorCode.PEER_UNAVAILABLE, where + "暂时无法取得，请稍后再试");
      case DAMAGED ->
          new RefusedException(
              ErrorCode.ATTACHMENT_DAMAGED, where + "取得的内容与登记的校验值不符，未予采用；请稍后再试，如仍不行请联系该节点管理员");
      case NOT_FOUND ->
          new RefusedException(ErrorCode.NOT_FOUND, where + "该节点未提供：可能尚未同步，请稍后再试；脱敏联网的节点不向上级提供附件");
    };
  }

  /** By RFC 6266; for those who cannot read the second form the name is left out. */
  private static String disposition(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"file.%s\"; filename*=UTF-8''%s".formatted(ending, encoded);
  }
}
