package hotline.sync.stream;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the records of a range left in the replica tables, in the order of positions, each entity
 * once.
 */
record Manifest(long first, long last, List<AppliedEntity> entities) {

  /** Of several images of an entity only the last one counts. */
  static Manifest of(long first, long last, List<AppliedEntity> applied) {
    Map<String, AppliedEntity> lastOf = new LinkedHashMap<>();
    for (AppliedEntity entity : applied) {
      AppliedEntity before = lastOf.get(entity.key());
      if (before == null || before.position() <= entity.position()) {
        lastOf.put(entity.key(), entity);
      }
    }
    List<AppliedEntity> entities = new ArrayList<>(lastOf.values());
    entities.sort(Comparator.comparingLong(AppliedEntity::position));
    return new Manifest(first, last, entities);
  }

  byte[] encode() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(64 * entities.size() + 8);
    for (AppliedEntity entity : entities) {
      byte[] key = entity.key().getBytes(StandardCharsets.UTF_8);
      writeVarint(out, entity.position() - first);
      writeVarint(out, entity.version());
      writeVarint(out, key.length);
      out.writeBytes(key);
      out.write(entity.digest(), 0, ImageDigest.LENGTH);
    }
    return out.toByteArray();
  }

  /**
   * @throws MalformedBatchException when the bytes are not a manifest of this range
   */
  static Manifest decode(long first, long last, byte[] bytes) throws MalformedBatchException {
    List<AppliedEntity> entities = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      while (in.hasRemaining()) {
        long position = first + readVarint(in);
        long version = readVarint(in);
        long length = readVarint(in);
        if (position > last || length > in.remaining()) {
          throw new MalformedBatchException("not a manifest of " + first + " to " + last);
        }
        byte[] key = new byte[(int) length];
        in.get(key);
        byte[] digest = new byte[ImageDigest.LENGTH];
        in.get(digest);
        entities.add(
            new AppliedEntity(position, new String(key, StandardCharsets.UTF_8), version, digest));
      }
    } catch (BufferUnderflowException e) {
      throw new MalformedBatchException("a manifest that ends too early");
    }
    return new Manifest(first, last, entities);
  }

  private static void writeVarint(ByteArrayOutputStream out, long value) {
    long left = value;
    while ((left & ~0x7FL) != 0) {
      out.write((int) ((left & 0x7F) | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }

  private static long readVarint(ByteBuffer in) throws MalformedBatchException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedBatchException("a number of more than 64 bits");
  }
}
