package hotline.node.attaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hotline.node.attachment.FileKind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImageScrubTest {

  private static final String PLACE = "GPS 35.7345N 107.6383E";

  @Test
  void aPhotoLosesItsPlaceAndKeepsThePictureAndWhichWayUpItIs() throws Exception {
    byte[] photo = withExif(picture("jpg"), 6);
    assertThat(text(photo)).contains(PLACE);
    byte[] clean = scrubbed(FileKind.JPEG, photo);
    assertThat(text(clean)).doesNotContain(PLACE);
    assertThat(pixels(clean)).isEqualTo(pixels(photo));
    assertThat(text(clean)).contains("Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003");
    assertThat(scrubbed(FileKind.JPEG, clean)).as("once is enough").isEqualTo(clean);
  }

  @Test
  void whatHangsBehindThePictureIsCutOff() throws Exception {
    byte[] picture = scrubbed(FileKind.JPEG, picture("jpg"));
    byte[] longer = Arrays.copyOf(picture, picture.length + PLACE.length());
    System.arraycopy(
        PLACE.getBytes(StandardCharsets.US_ASCII), 0, longer, picture.length, PLACE.length());
    assertThat(scrubbed(FileKind.JPEG, longer)).isEqualTo(picture);
  }

  @Test
  void aPngLosesItsTextsAndKeepsThePicture() throws Exception {
    byte[] png = picture("png");
    byte[] chunk = chunk("eXIf", PLACE.getBytes(StandardCharsets.US_ASCII));
    int behindHeader = 8 + 25;
    byte[] told =
        ByteBuffer.allocate(png.length + chunk.length)
            .put(png, 0, behindHeader)
            .put(chunk)
            .put(png, behindHeader, png.length - behindHeader)
            .array();
    byte[] clean = scrubbed(FileKind.PNG, told);
    assertThat(text(clean)).doesNotContain(PLACE);
    assertThat(pixels(clean)).isEqualTo(pixels(png));
  }

  @Test
  void aPictureThatIsCutOffIsRefused() throws Exception {
    byte[] picture = picture("jpg");
    assertThatExceptionOfType(EOFException.class)
        .isThrownBy(() -> scrubbed(FileKind.JPEG, Arrays.copyOf(picture, picture.length / 2)));
  }

  private static byte[] picture(String format) throws IOException {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 64; x++) {
      for (int y = 0; y < 48; y++) {
        image.setRGB(x, y, x * y * 977);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  /** Behind the first two bytes: one directory with the orientation, then a place. */
  private static byte[] withExif(byte[] jpeg, int orientation) {
    byte[] place = PLACE.getBytes(StandardCharsets.US_ASCII);
    int length = 2 + 6 + 8 + 2 + 12 + 4 + place.length;
    return ByteBuffer.allocate(jpeg.length + 2 + length)
        .put(jpeg, 0, 2)
        .putShort((short) 0xFFE1)
        .putShort((short) length)
        .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .put(place)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  private static byte[] chunk(String type, byte[] data) {
    CRC32 crc = new CRC32();
    crc.update(type.getBytes(StandardCharsets.US_ASCII));
    crc.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put(data)
        .putInt((int) crc.getValue())
        .array();
  }

  private static byte[] scrubbed(FileKind kind, byte[] picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageScrub.copy(kind, new ByteArrayInputStream(picture), out);
    return out.toByteArray();
  }

  private static int[] pixels(byte[] picture) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
