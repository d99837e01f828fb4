package hotline.node.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A piece of a policy file, which knows where it was written. */
sealed interface Value {

  Place place();

  /** Where something was written; lines are counted from 1. */
  record Place(String file, int line) {

    @Override
    public String toString() {
      return file + " 第" + line + "行";
    }
  }

  /** One value, as the text that was written. */
  record Scalar(String text, Place place) implements Value {}

  /** A list. */
  record Items(List<Value> items, Place place) implements Value {

    public Items {
      items = List.copyOf(items);
    }
  }

  /** Keys and their values, in the order in which they were written. */
  record Mapping(Map<String, Value> values, Place place) implements Value {

    /**
     * This mapping with what it leaves open taken from {@code base}. Mappings are merged key by
     * key; everything else, a list as well, replaces what is below it as a whole.
     */
    Mapping over(Mapping base) {
      Map<String, Value> merged = new LinkedHashMap<>(base.values);
      values.forEach(
          (key, value) ->
              merged.merge(
                  key,
                  value,
                  (below, above) ->
                      below instanceof Mapping lower && above instanceof Mapping upper
                          ? upper.over(lower)
                          : above));
      return new Mapping(merged, place);
    }

    Mapping with(String key, Value value) {
      Map<String, Value> changed = new LinkedHashMap<>(values);
      changed.put(key, value);
      return new Mapping(changed, place);
    }

    Mapping without(List<String> keys) {
      Map<String, Value> changed = new LinkedHashMap<>(values);
      keys.forEach(changed::remove);
      return new Mapping(changed, place);
    }

    /** What stands at a path such as {@code limits.handling}; null when there is nothing. */
    @Nullable Value at(List<String> path) {
      Value value = values.get(path.get(0));
      if (path.size() == 1 || value == null) {
        return value;
      }
      return value instanceof Mapping mapping ? mapping.at(path.subList(1, path.size())) : null;
    }

    /** This mapping with another value at a path. */
    Mapping with(List<String> path, Value value) {
      if (path.size() == 1) {
        return with(path.get(0), value);
      }
      Value inner = values.get(path.get(0));
      Mapping lower =
          inner instanceof Mapping mapping ? mapping : new Mapping(Map.of(), value.place());
      return with(path.get(0), lower.with(path.subList(1, path.size()), value));
    }
  }

  /** Explicitly nothing: takes away what would be inherited. */
  record Nothing(Place place) implements Value {}

  /** Whether both say the same, wherever they were written. */
  static boolean same(@Nullable Value a, @Nullable Value b) {
    return Objects.equals(PolicyYaml.plain(a), PolicyYaml.plain(b));
  }
}
