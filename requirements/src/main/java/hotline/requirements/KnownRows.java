package hotline.requirements;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test that names a row which does not exist: a typing error would prove nothing. */
final class KnownRows implements BeforeEachCallback {
  @Override
  public void beforeEach(ExtensionContext context) {
    Catalogue catalogue = Catalogue.load();
    for (String row :
        NamedRows.of(context.getRequiredTestClass(), context.getRequiredTestMethod())) {
      if (!catalogue.has(row)) {
        throw new IllegalArgumentException(
            "@Requirement(\"" + row + "\") is no row of " + Catalogue.RESOURCE);
      }
    }
  }
}
