package hotline.node.attaching;

import hotline.node.attachment.FileKind;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Takes out of pictures what cameras write into them besides the picture: place, time, device,
 * preview (SEC-03). Which way up a photo is held stays. What comes behind the picture's end goes.
 */
final class ImageScrub {

  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int TEM = 0x01;
  private static final int RST_FIRST = 0xD0;
  private static final int RST_LAST = 0xD7;
  private static final int APP_FIRST = 0xE0;
  private static final int APP_EXIF = 0xE1;
  private static final int APP_ICC = 0xE2;
  private static final int APP_ADOBE = 0xEE;
  private static final int APP_LAST = 0xEF;
  private static final int COMMENT = 0xFE;

  /** Chunks of a PNG that bear on how it looks; those that every reader must know come besides. */
  private static final Set<String> PNG_KEPT =
      Set.of(
          "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT");

  private ImageScrub() {}

  /**
   * Copies the picture.
   *
   * @throws IOException when it is none of that kind, or is cut off
   */
  static void copy(FileKind kind, InputStream from, OutputStream to) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(from, 1 << 16));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to, 1 << 16));
    if (kind == FileKind.JPEG) {
      jpeg(in, out);
    } else {
      png(in, out);
    }
    out.flush();
  }

  private static void jpeg(DataInputStream in, DataOutputStream out) throws IOException {
    if (in.readUnsignedShort() != (0xFF00 | SOI)) {
      throw new StreamCorruptedException("no JPEG");
    }
    out.writeShort(0xFF00 | SOI);
    int marker = nextMarker(in);
    while (marker != EOI) {
      if (marker == TEM || (marker >= RST_FIRST && marker <= RST_LAST)) {
        out.writeShort(0xFF00 | marker);
        marker = nextMarker(in);
        continue;
      }
      byte[] segment = new byte[Math.max(in.readUnsignedShort() - 2, 0)];
      in.readFully(segment);
      if (marker == APP_EXIF && starts(segment, "Exif\0")) {
        writeOrientation(orientation(segment), out);
      } else if (kept(marker, segment)) {
        out.writeShort(0xFF00 | marker);
        out.writeShort(segment.length + 2);
        out.write(segment);
      }
      marker = marker == SOS ? copyScan(in, out) : nextMarker(in);
    }
    out.writeShort(0xFF00 | EOI);
  }

  private static boolean kept(int marker, byte[] segment) {
    if (marker < APP_FIRST || marker > APP_LAST) {
      return marker != COMMENT;
    }
    return marker == APP_FIRST
        || marker == APP_ADOBE
        || (marker == APP_ICC && starts(segment, "ICC_PROFILE\0"));
  }

  private static int nextMarker(DataInputStream in) throws IOException {
    if (in.readUnsignedByte() != 0xFF) {
      throw new StreamCorruptedException("no marker where one is due");
    }
    int marker = in.readUnsignedByte();
    while (marker == 0xFF) {
      marker = in.readUnsignedByte();
    }
    return marker;
  }

  /** Copies compressed data up to the marker that ends it, and returns that. */
  private static int copyScan(DataInputStream in, DataOutputStream out) throws IOException {
    while (true) {
      int value = in.readUnsignedByte();
      if (value != 0xFF) {
        out.write(value);
        continue;
      }
      int next = in.readUnsignedByte();
      while (next == 0xFF) {
        next = in.readUnsignedByte();
      }
      if (next != 0 && (next < RST_FIRST || next > RST_LAST)) {
        return next;
      }
      out.write(0xFF);
      out.write(next);
    }
  }

  /** 1 to 8; 1, upright, when it is not said. */
  private static int orientation(byte[] exif) {
    int tiff = 6;
    if (exif.length < tiff + 8) {
      return 1;
    }
    boolean little = exif[tiff] == 'I';
    int directory = tiff + number(exif, tiff + 4, 4, little);
    int entries = number(exif, directory, 2, little);
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if (number(exif, entry, 2, little) == 0x0112) {
        int value = number(exif, entry + 8, 2, little);
        return value >= 1 && value <= 8 ? value : 1;
      }
    }
    return 1;
  }

  /** 0 outside. */
  private static int number(byte[] bytes, int at, int length, boolean little) {
    if (at < 0 || at > bytes.length - length) {
      return 0;
    }
    int value = 0;
    for (int i = 0; i < length; i++) {
      value = value << 8 | bytes[little ? at + length - 1 - i : at + i] & 0xFF;
    }
    return value;
  }

  private static void writeOrientation(int orientation, DataOutputStream out) throws IOException {
    if (orientation == 1) {
      return;
    }
    out.writeShort(0xFF00 | APP_EXIF);
    out.writeShort(34);
    out.write("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII));
    out.writeInt(8);
    out.writeShort(1);
    out.writeShort(0x0112);
    out.writeShort(3);
    out.writeInt(1);
    out.writeShort(orientation);
    out.writeShort(0);
    out.writeInt(0);
  }

  private static void png(DataInputStream in, DataOutputStream out) throws IOException {
    out.writeLong(in.readLong());
    String type = "";
    while (!type.equals("IEND")) {
      int length = in.readInt();
      byte[] name = new byte[4];
      in.readFully(name);
      type = new String(name, StandardCharsets.ISO_8859_1);
      boolean kept = Character.isUpperCase(name[0]) || PNG_KEPT.contains(type);
      if (length < 0) {
        throw new StreamCorruptedException("chunk of negative length");
      }
      if (kept) {
        out.writeInt(length);
        out.write(name);
      }
      copy(in, out, length + 4L, kept);
    }
  }

  private static void copy(DataInputStream in, DataOutputStream out, long length, boolean kept)
      throws IOException {
    byte[] piece = new byte[(int) Math.min(length, 1 << 14)];
    for (long left = length; left > 0; ) {
      int part = (int) Math.min(left, piece.length);
      in.readFully(piece, 0, part);
      if (kept) {
        out.write(piece, 0, part);
      }
      left -= part;
    }
  }

  private static boolean starts(byte[] bytes, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    return bytes.length >= wanted.length
        && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
  }
}
