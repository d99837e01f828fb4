package hotline.node.view;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what people write in their own words, in a view of a ticket: whoever sees the requester
 * masked sees it without the numbers of persons (SEC-01, {@link FreeTexts}).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface FreeText {}
