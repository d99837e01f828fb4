package hotline.node.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it is written: YAML that may leave things open to the policy that it {@code extends},
 * and may say which of its parts are {@code binding} for the nodes below (TOP-33).
 */
public final class PolicyDocument {

  /** Names of the policies that come with the program. */
  public static final List<String> BUNDLED =
      List.of("qingyang", "baotou", "nanjing", "changzhou", "province", "xifeng", "inherit");

  /** The policy that fills in what others leave open. */
  static final String DEFAULT = "qingyang";

  /** Stands in {@code extends} for the policy of the node above. */
  static final String PARENT = "parent";

  private static final int MAX_CHAIN = 5;

  /** What a policy says of itself and never inherits. */
  private static final List<String> IDENTITY =
      List.of("name", "source", "effective-from", "repealed-on", "extends");

  private final Value.Mapping tree;

  private PolicyDocument(Value.Mapping tree) {
    this.tree = tree;
  }

  /**
   * Reads a document without judging its rules.
   *
   * @param file its name, for messages
   * @throws PolicyException when it is not YAML of this form
   */
  public static PolicyDocument parse(String file, String text) {
    return new PolicyDocument(PolicyYaml.parse(file, text));
  }

  /**
   * A document that comes with the program.
   *
   * @throws PolicyException when there is none of this name
   */
  public static PolicyDocument bundled(String name) {
    return parse(name + ".yml", bundledText(name));
  }

  /** The text of one that comes with the program, with its comments. */
  public static String bundledText(String name) {
    String resource = "/policies/" + name + ".yml";
    try (InputStream in =
        name.matches("[a-z][a-z0-9-]{0,40}")
            ? PolicyDocument.class.getResourceAsStream(resource)
            : null) {
      if (in == null) {
        throw new PolicyException("规则“" + name + "”：程序里没有 " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * This document with everything that it leaves open filled in: by what it extends, or by the
   * default; what the node above made binding wins over all.
   *
   * @param parent the resolved policy of the node above, null where there is none or none is known
   */
  public PolicyDocument resolve(@Nullable PolicyDocument parent) {
    PolicyDocument own = new PolicyDocument(filledIn(tree, parent, 0).without(List.of("extends")));
    return parent == null ? own : own.boundBy(parent);
  }

  /**
   * A resolved document as a policy.
   *
   * @throws PolicyException for the first mistake, an unknown key included
   */
  public Policy policy() {
    // what a document written for an older program does not know yet comes from the default
    Section root = Section.root(filledIn(tree, null, 0).without(List.of("extends")));
    for (String path : root.has("binding") ? root.texts("binding") : List.<String>of()) {
      if (tree.at(path(path)) == null) {
        throw root.wrong("binding", path, "本规则已有的部分，如 limits.handling");
      }
    }
    Policy policy = PolicyReader.read(root);
    root.requireAllRead();
    return policy;
  }

  /** As YAML, without comments. */
  public String text() {
    return PolicyYaml.write(tree);
  }

  /** What is said where, one entry for each value, by its path. */
  public Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    flatten("", tree, values);
    return values;
  }

  private PolicyDocument boundBy(PolicyDocument parent) {
    Value.Mapping bound = tree;
    Set<String> paths = parent.binding();
    for (String path : paths) {
      Value value = parent.tree.at(path(path));
      if (value != null) {
        bound = bound.with(path(path), value);
      }
    }
    if (paths.isEmpty()) {
      return this;
    }
    paths.addAll(binding());
    List<Value> all = new ArrayList<>();
    paths.forEach(path -> all.add(new Value.Scalar(path, tree.place())));
    return new PolicyDocument(bound.with("binding", new Value.Items(all, tree.place())));
  }

  private Set<String> binding() {
    Set<String> paths = new LinkedHashSet<>();
    if (tree.values().get("binding") instanceof Value.Items items) {
      for (Value item : items.items()) {
        if (item instanceof Value.Scalar scalar) {
          paths.add(scalar.text());
        }
      }
    }
    return paths;
  }

  private static Value.Mapping filledIn(
      Value.Mapping tree, @Nullable PolicyDocument parent, int depth) {
    Value.Mapping base = base(tree, parent, depth);
    return base == null ? tree : tree.over(base.without(IDENTITY));
  }

  private static Value.@Nullable Mapping base(
      Value.Mapping tree, @Nullable PolicyDocument parent, int depth) {
    if (!(tree.values().get("extends") instanceof Value.Scalar scalar)) {
      boolean itself =
          tree.values().get("name") instanceof Value.Scalar name && name.text().equals(DEFAULT);
      return itself && depth > 0 ? null : bundledTree(DEFAULT);
    }
    if (depth >= MAX_CHAIN) {
      throw new PolicyException(scalar.place() + " extends：“" + scalar.text() + "”，引用绕成了圈或太深");
    }
    if (scalar.text().equals(PARENT)) {
      return parent == null ? bundledTree(DEFAULT) : parent.tree.without(List.of("binding"));
    }
    try {
      return filledIn(bundledTree(scalar.text()), parent, depth + 1);
    } catch (PolicyException e) {
      throw new PolicyException(
          scalar.place() + " extends：“" + scalar.text() + "”，应为 parent 或程序自带的规则名", e);
    }
  }

  private static Value.Mapping bundledTree(String name) {
    return bundled(name).tree;
  }

  private static void flatten(String path, Value value, Map<String, String> values) {
    if (value instanceof Value.Mapping mapping) {
      mapping
          .values()
          .forEach((key, item) -> flatten(path.isEmpty() ? key : path + "." + key, item, values));
    } else if (value instanceof Value.Items items
        && items.items().stream().anyMatch(Value.Mapping.class::isInstance)) {
      for (int i = 0; i < items.items().size(); i++) {
        flatten(path + "[" + i + "]", items.items().get(i), values);
      }
    } else if (!(value instanceof Value.Nothing)) {
      values.put(path, String.valueOf(PolicyYaml.plain(value)));
    }
  }

  private static List<String> path(String text) {
    return List.of(text.split("\\.", -1));
  }
}
