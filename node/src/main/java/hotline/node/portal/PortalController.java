package hotline.node.portal;

import hotline.node.NodeSettings;
import hotline.node.OwnIdentity;
import hotline.node.attaching.AttachmentSettings;
import hotline.node.classification.Category;
import hotline.node.classification.NodeKind;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.intake.IntakeRequest;
import hotline.node.intake.Registration;
import hotline.node.reference.ReferenceData;
import hotline.node.store.ConsentStore;
import hotline.node.store.TicketStore;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.view.Named;
import hotline.node.view.Times;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What citizens do by themselves (INT-02): hand an appeal in, with photos ({@link
 * PortalPhotoController}). Nobody signs in; limits are in {@link PortalLimits}.
 */
@Controller("/api/public")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "public")
class PortalController {

  static final Actor CITIZEN = new Actor(Actor.Kind.USER, "requester", null, null);

  private final Registration registration;
  private final TicketStore tickets;
  private final ConsentStore consents;
  private final AttachmentSettings files;
  private final PortalLimits limits;
  private final ReferenceData reference;
  private final NodeSettings settings;
  private final OwnIdentity identity;
  private final Rules rules;
  private final Transactions transactions;
  private final Clock clock;

  PortalController(
      Registration registration,
      TicketStore tickets,
      ConsentStore consents,
      AttachmentSettings files,
      PortalLimits limits,
      ReferenceData reference,
      NodeSettings settings,
      OwnIdentity identity,
      Rules rules,
      Transactions transactions,
      Clock clock) {
    this.registration = registration;
    this.tickets = tickets;
    this.consents = consents;
    this.files = files;
    this.limits = limits;
    this.reference = reference;
    this.settings = settings;
    this.identity = identity;
    this.rules = rules;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What the form offers. */
  @Get("/portal")
  @Operation(summary = "公众门户：可选项与限制")
  Portal portal() {
    var intake = rules.policy().intake();
    String area = settings.getCode().substring(0, 6).replaceAll("(00)+$", "");
    return new Portal(
        identity.name(),
        identity.kind() != NodeKind.RECEIVER,
        List.of(Category.values()).stream().filter(intake.categories()::contains).toList(),
        reference.regions().entrySet().stream()
            .filter(region -> region.getKey().startsWith(area))
            .map(region -> new Named(region.getKey(), region.getValue()))
            .toList(),
        intake.anonymousAllowed(),
        files.getMaxByCitizen(),
        files.getMaxSize());
  }

  /** 201 with the code to ask by; 200 with the same when this very appeal came before. */
  @Post("/appeals")
  @Operation(summary = "公众提交诉求（按设备生成的提交编号幂等）")
  HttpResponse<Receipt> submit(HttpRequest<?> request, @Valid @Body PortalAppeal appeal) {
    limits.countSubmission(
        request, appeal.phone() == null ? "" : OwnAppeals.digits(appeal.phone()));
    requireContact(appeal);
    IntakeRequest intake = appeal.toRequest(area());
    Optional<Ticket> first = earlier(intake);
    if (first.isPresent()) {
      return HttpResponse.ok(Receipt.of(first.get(), intake));
    }
    TicketId id = registration.nextId();
    try {
      Ticket ticket =
          transactions.call(
              tx -> {
                consents.note(tx, id, appeal.consentVersion(), clock.instant());
                return registration.registerUndecided(tx, id, intake, CITIZEN);
              });
      return HttpResponse.created(Receipt.of(ticket, intake));
    } catch (RefusedException e) {
      if (e.code() != ErrorCode.ALREADY_EXISTS) {
        throw e;
      }
      // sent twice at the same moment: the other one was a little faster
      return HttpResponse.ok(Receipt.of(earlier(intake).orElseThrow(() -> e), intake));
    }
  }

  private Optional<Ticket> earlier(IntakeRequest intake) {
    IntakeRequest.ExternalId key = intake.externalId();
    return key == null
        ? Optional.empty()
        : transactions.call(
            tx -> registration.earlier(tx, key).flatMap(id -> tickets.find(tx, id)));
  }

  /** This node's own region, when it has one. */
  private @Nullable String area() {
    String code = settings.getCode().substring(0, 6);
    return reference.regions().containsKey(code) ? code : null;
  }

  private void requireContact(PortalAppeal appeal) {
    if (appeal.anonymous() && !rules.policy().intake().anonymousAllowed()) {
      throw new RefusedException(ErrorCode.INTAKE_INCOMPLETE, "本热线不受理匿名诉求，请填写姓名和电话");
    }
    boolean named = appeal.name() != null && !appeal.name().isBlank() && appeal.phone() != null;
    if (!appeal.anonymous() && !named) {
      throw new RefusedException(ErrorCode.INTAKE_INCOMPLETE, "请填写姓名和电话，或选择匿名");
    }
  }

  /**
   * What the form offers.
   *
   * @param open whether appeals are taken in here at all (TOP-13)
   * @param regions of this node's area
   * @param maxPhotoSize in bytes
   */
  @Serdeable
  record Portal(
      String name,
      boolean open,
      List<Category> categories,
      List<Named> regions,
      boolean anonymousAllowed,
      int maxPhotos,
      long maxPhotoSize) {}

  /**
   * What the citizen has to keep.
   *
   * @param changed whether he has sent other words under the same key since: they are not recorded
   */
  @Serdeable
  record Receipt(String id, String queryCode, OffsetDateTime registeredAt, boolean changed) {
    static Receipt of(Ticket ticket, IntakeRequest sent) {
      return new Receipt(
          ticket.id().toString(),
          ticket.queryCode(),
          Times.local(ticket.clock().registeredAt()),
          !ticket.appeal().content().equals(sent.content().strip())
              || !Objects.equals(ticket.appeal().place(), sent.place()));
    }
  }
}
