package hotline.requirements;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Names the rows of the {@link Catalogue} that a test proves. On a class it holds for all its
 * tests, in addition to what stands on them. A test that names an unknown row fails.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(KnownRows.class)
public @interface Requirement {
  /** Ids of rows, such as {@code LIF-09}. */
  String[] value();
}
