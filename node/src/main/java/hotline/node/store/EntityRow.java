package hotline.node.store;

import hotline.node.wire.EntityForm;
import hotline.node.wire.EntityType;

/**
 * An entity as it is stored, whatever it is.
 *
 * @param personal empty when there is none
 */
public record EntityRow(
    EntityType type,
    String id,
    long version,
    EntityForm.Keys keys,
    @SuppressWarnings("ArrayRecordComponent") byte[] image,
    @SuppressWarnings("ArrayRecordComponent") byte[] personal) {

  /** The entity as it is to be stored. */
  public static <T> EntityRow of(EntityForm<T> form, T entity, byte[] personal) {
    var image = form.image(entity);
    return new EntityRow(
        form.type(), image.id(), image.version(), form.keys(entity), image.image(), personal);
  }
}
