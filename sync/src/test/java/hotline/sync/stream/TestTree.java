package hotline.sync.stream;

import hotline.sync.NodeCode;
import hotline.sync.trust.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** A node's place in a tree that the test builds by hand. */
final class TestTree implements Tree {

  private final NodeCode self;
  private final Optional<TestTree> parent;
  private final Set<TestTree> children = new CopyOnWriteArraySet<>();

  private TestTree(NodeCode self, Optional<TestTree> parent) {
    this.self = self;
    this.parent = parent;
  }

  static TestTree root(String code) {
    return new TestTree(NodeCode.of(code), Optional.empty());
  }

  TestTree child(String code) {
    TestTree child = new TestTree(NodeCode.of(code), Optional.of(this));
    children.add(child);
    return child;
  }

  @Override
  public List<NodeCode> ancestors() {
    return parent
        .map(
            above -> {
              List<NodeCode> path = new java.util.ArrayList<>(above.ancestors());
              path.add(0, above.self);
              return path;
            })
        .orElseGet(List::of);
  }

  private boolean holds(NodeCode node) {
    return self.equals(node) || children.stream().anyMatch(child -> child.holds(node));
  }

  @Override
  public NodeCode self() {
    return self;
  }

  @Override
  public Optional<NodeCode> parent() {
    return parent.map(TestTree::self);
  }

  @Override
  public Set<NodeCode> children() {
    return Set.copyOf(children.stream().map(TestTree::self).toList());
  }

  @Override
  public Optional<NodeCode> childTowards(NodeCode descendant) {
    return children.stream()
        .filter(child -> child.holds(descendant))
        .map(TestTree::self)
        .findFirst();
  }
}
