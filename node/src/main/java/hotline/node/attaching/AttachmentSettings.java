package hotline.node.attaching;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.ReadableBytes;
import java.time.Duration;
import java.util.Optional;

/** How much may be attached, and where the bytes lie. */
@ConfigurationProperties("hotline.attachments")
public interface AttachmentSettings {

  /** Of one file, in bytes. */
  @ReadableBytes
  @Bindable(defaultValue = "20971520")
  long getMaxSize();

  /** Files of one ticket at one node. */
  @Bindable(defaultValue = "30")
  int getMaxPerTicket();

  /** Photos that a citizen adds to one appeal. */
  @Bindable(defaultValue = "9")
  int getMaxByCitizen();

  /** How long bytes that nothing refers to stay. */
  @Bindable(defaultValue = "24h")
  Duration getKeepOrphans();

  /** Storage that speaks S3, e.g. https://oss.example.gov.cn; the disk when there is none. */
  Optional<String> getS3Endpoint();

  @Bindable(defaultValue = "hotline")
  String getS3Bucket();

  @Bindable(defaultValue = "us-east-1")
  String getS3Region();

  Optional<String> getS3AccessKey();

  Optional<String> getS3SecretKey();
}
