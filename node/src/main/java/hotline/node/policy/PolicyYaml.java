package hotline.node.policy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML in and out. Only plain values, lists and mappings are taken: no aliases, which could blow a
 * small file up, no objects.
 */
final class PolicyYaml {

  private static final int MAX_CHARACTERS = 200_000;
  private static final int MAX_DEPTH = 20;

  private final String file;

  private PolicyYaml(String file) {
    this.file = file;
  }

  static Value.Mapping parse(String file, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setCodePointLimit(MAX_CHARACTERS);
    options.setNestingDepthLimit(MAX_DEPTH);
    Node root;
    try {
      root = new Yaml(options).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new PolicyException(new Value.Place(file, line) + "：不是有效的YAML：" + e.getProblem(), e);
    } catch (YAMLException e) {
      throw new PolicyException(file + "：不是有效的YAML：" + e.getMessage(), e);
    }
    if (root != null && new PolicyYaml(file).value(root) instanceof Value.Mapping mapping) {
      return mapping;
    }
    throw new PolicyException(file + " 第1行：应为“键: 值”组成的文件");
  }

  static String write(Value.Mapping mapping) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setAllowUnicode(true);
    options.setWidth(120);
    return new Yaml(options).dump(plain(mapping));
  }

  /** Maps, lists and texts. */
  static @Nullable Object plain(@Nullable Value value) {
    if (value instanceof Value.Scalar scalar) {
      return scalar.text();
    } else if (value instanceof Value.Items items) {
      // a list of its own even when empty: one that occurs twice would be written as an alias
      List<@Nullable Object> list = new ArrayList<>();
      items.items().forEach(item -> list.add(plain(item)));
      return list;
    } else if (value instanceof Value.Mapping mapping) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      mapping.values().forEach((key, item) -> map.put(key, plain(item)));
      return map;
    }
    return null;
  }

  private Value value(Node node) {
    Value.Place place = place(node);
    if (node instanceof ScalarNode scalar) {
      return Tag.NULL.equals(scalar.getTag())
          ? new Value.Nothing(place)
          : new Value.Scalar(scalar.getValue().strip(), place);
    } else if (node instanceof SequenceNode sequence) {
      List<Value> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(value(item)));
      return new Value.Items(items, place);
    } else if (node instanceof MappingNode mapping) {
      Map<String, Value> values = new LinkedHashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          throw new PolicyException(place(tuple.getKeyNode()) + "：键应为文字");
        }
        if (values.putIfAbsent(key.getValue(), value(tuple.getValueNode())) != null) {
          throw new PolicyException(place(key) + " " + key.getValue() + "：同一个键写了两次");
        }
      }
      return new Value.Mapping(values, place);
    }
    throw new PolicyException(place + "：不支持的写法");
  }

  private Value.Place place(Node node) {
    return new Value.Place(file, node.getStartMark().getLine() + 1);
  }
}
