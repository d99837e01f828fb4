package hotline.node.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an entity that is neither ticket nor assignment is written as bytes and found again.
 *
 * @param <T> the entity
 */
public abstract class EntityForm<T> {

  private final EntityType type;

  EntityForm(EntityType type) {
    this.type = type;
  }

  /**
   * What lists search by.
   *
   * @param subject the caller's key, the mode of a line …
   * @param at when it came up
   * @param dueAt until when something has to be done or holds
   */
  public record Keys(
      String owner,
      String state,
      @Nullable TicketId ticket,
      @Nullable String subject,
      Instant at,
      @Nullable Instant dueAt) {}

  public final EntityType type() {
    return type;
  }

  public abstract EntityImage image(T entity);

  public abstract Keys keys(T entity);

  /** What must not travel over a masked link. */
  public abstract PersonalData personal(T entity);

  abstract T parse(byte[] image, PersonalData personal) throws InvalidProtocolBufferException;

  /**
   * Reads an entity back.
   *
   * @param personal empty when there is none, or when it has been masked away
   * @throws WireException when the bytes are none
   */
  public final T read(byte[] image, byte[] personal) {
    try {
      return parse(image, TicketWire.readPersonal(personal));
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new WireException("not the image of a " + type + ": " + e.getMessage(), e);
    }
  }
}
