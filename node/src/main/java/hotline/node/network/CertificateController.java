package hotline.node.network;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.export.Exports.Rows;
import hotline.node.store.AuditStore;
import hotline.node.view.PageView;
import hotline.node.view.Paging;
import hotline.node.view.Times;
import hotline.sync.Transactions;
import hotline.sync.completeness.Certifier;
import hotline.sync.completeness.CompletenessCertificate;
import hotline.sync.link.NodeLink;
import hotline.sync.trust.UntrustedException;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/** The signed certificates of completeness: made daily, or now; read and checked. */
@Controller("/api/network/certificates")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "network")
class CertificateController {

  private static final Set<Role> ROLES = EnumSet.of(Role.SUPERVISOR);
  private static final int READ_AT_ONCE = 100;

  private final Certifier certifier;
  private final NodeLink link;
  private final Transactions transactions;
  private final Exports exports;
  private final AuditStore audit;
  private final Clock clock;

  CertificateController(
      Certifier certifier,
      NodeLink link,
      Transactions transactions,
      Exports exports,
      AuditStore audit,
      Clock clock) {
    this.certifier = certifier;
    this.link = link;
    this.transactions = transactions;
    this.exports = exports;
    this.audit = audit;
    this.clock = clock;
  }

  /** The newest first. */
  @Get
  PageView<Row> list(
      SignedInUser user,
      @QueryValue(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
      @QueryValue(defaultValue = "20") @Min(1) @Max(100) int size) {
    Permissions.require(user, ROLES, "查看完整性证明");
    Paging paging = new Paging(page, size);
    return paging.of(
        certifier.page(paging.offset(), size).stream().map(Row::of).toList(), certifier.count());
  }

  /** All of them as a file, in the same order. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user, @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    Permissions.require(user, ROLES, "导出完整性证明");
    Rows<Row> rows =
        Rows.following(
            last ->
                certifier.before(last == null ? Long.MAX_VALUE : last.id(), READ_AT_ONCE).stream()
                    .map(Row::of)
                    .toList());
    return exports.send(user.username(), format, TrafficSheets.CERTIFICATES, "", rows);
  }

  /** Makes one now. */
  @Post
  CertificateView make(SignedInUser user) {
    Permissions.require(user, ROLES, "出具完整性证明");
    transactions.<RuntimeException>run(
        tx ->
            audit.append(
                tx, clock.instant(), user.username(), "CERTIFY_COMPLETENESS", "network", ""));
    return view(certifier.certify());
  }

  @Get("/{id}")
  CertificateView certificate(long id, SignedInUser user) {
    Permissions.require(user, ROLES, "查看完整性证明");
    return view(
        certifier
            .find(id)
            .orElseThrow(
                () -> new RefusedException(ErrorCode.NOT_FOUND, "没有编号为 " + id + " 的完整性证明")));
  }

  private CertificateView view(CompletenessCertificate certificate) {
    return new CertificateView(
        certificate.id(),
        Times.local(certificate.madeAt()),
        certificate.complete(),
        certificate.text(),
        certificate.hash(),
        certificate.statement().keyId(),
        Base64.getEncoder().encodeToString(certificate.statement().signature()),
        new String(certificate.statement().chain(), StandardCharsets.US_ASCII),
        verified(certificate));
  }

  private boolean verified(CompletenessCertificate certificate) {
    try {
      certificate.statement().verify(link.root());
      return true;
    } catch (UntrustedException e) {
      return false;
    }
  }

  @Serdeable
  record Row(long id, OffsetDateTime madeAt, boolean complete, String hash) {

    static Row of(CompletenessCertificate certificate) {
      return new Row(
          certificate.id(),
          Times.local(certificate.madeAt()),
          certificate.complete(),
          certificate.hash());
    }
  }

  /**
   * A certificate with all that it takes to check it elsewhere.
   *
   * @param text what is signed: its UTF-8 bytes
   * @param hash SHA-256 of them; the next certificate names this one by it
   * @param keyId SHA-256 of the signing certificate, in hex
   * @param signature Ed25519, Base64
   * @param chain PEM: the signing certificate, then its issuers up to the root
   * @param verified whether the signature holds under this network's root
   */
  @Serdeable
  record CertificateView(
      long id,
      OffsetDateTime madeAt,
      boolean complete,
      String text,
      String hash,
      String keyId,
      String signature,
      String chain,
      boolean verified) {}
}
