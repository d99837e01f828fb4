package hotline.node.wire;

import hotline.node.abuse.AbuseCase;
import hotline.node.archive.ArchiveFile;
import hotline.node.attachment.Attachment;
import hotline.node.line.Line;
import hotline.node.supervision.Supervision;
import hotline.node.telephony.Call;
import hotline.node.telephony.CallBack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every form that this version knows. */
public final class EntityForms {

  public static final EntityForm<Line> LINE = new LineForm();
  public static final EntityForm<Call> CALL = new CallForm();
  public static final EntityForm<CallBack> CALL_BACK = new CallBackForm();
  public static final EntityForm<AbuseCase> ABUSE_CASE = new AbuseCaseForm();

  public static final EntityForm<Supervision> SUPERVISION = new SupervisionForm();
  public static final EntityForm<ArchiveFile> ARCHIVE_FILE = new ArchiveForm();
  public static final EntityForm<Attachment> ATTACHMENT = new AttachmentForm();

  private static final Map<EntityType, EntityForm<?>> BY_TYPE =
      List.<EntityForm<?>>of(
              LINE, CALL, CALL_BACK, ABUSE_CASE, SUPERVISION, ARCHIVE_FILE, ATTACHMENT)
          .stream()
          .collect(Collectors.toUnmodifiableMap(EntityForm::type, Function.identity()));

  private EntityForms() {}

  /** Empty for tickets, assignments and what only a newer node knows. */
  public static Optional<EntityForm<?>> of(EntityType type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }
}
