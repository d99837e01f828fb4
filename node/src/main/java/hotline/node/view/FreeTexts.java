package hotline.node.view;

import hotline.node.ticket.PersonalNumbers;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows views masked: a copy in which every {@link FreeText}, however deep, is without the numbers
 * of persons. Done to the whole view, so that no page shows what another one hides.
 */
public final class FreeTexts {

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private FreeTexts() {}

  /** The view without the numbers of persons. */
  public static <T extends Record> T masked(T view) {
    return SHAPES.get(view.getClass()).masked(view);
  }

  private static @Nullable Object maskedValue(@Nullable Object value) {
    if (value instanceof Record view) {
      return masked(view);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      for (Object each : list) {
        copy.add(maskedValue(each));
      }
      return copy;
    }
    return value;
  }

  /** How a kind of view is taken apart and put together again. */
  private record Shape(Constructor<?> constructor, List<RecordComponent> components) {

    static Shape of(Class<?> type) {
      List<RecordComponent> components = List.of(type.getRecordComponents());
      try {
        Constructor<?> constructor =
            type.getDeclaredConstructor(
                components.stream().map(RecordComponent::getType).toArray(Class[]::new));
        constructor.setAccessible(true);
        components.forEach(each -> each.getAccessor().setAccessible(true));
        return new Shape(constructor, components);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(e);
      }
    }

    @SuppressWarnings("unchecked")
    <T extends Record> T masked(T view) {
      List<@Nullable Object> values = new ArrayList<>(components.size());
      try {
        for (RecordComponent component : components) {
          Object value = component.getAccessor().invoke(view);
          values.add(
              value instanceof String text && component.isAnnotationPresent(FreeText.class)
                  ? PersonalNumbers.hidden(text)
                  : maskedValue(value));
        }
        return (T) constructor.newInstance(values.toArray());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot mask a " + view.getClass().getSimpleName(), e);
      }
    }
  }
}
