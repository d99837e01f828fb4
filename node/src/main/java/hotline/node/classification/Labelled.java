package hotline.node.classification;

/** A value of a code list: a stable name for programs and a Chinese label for people. */
public interface Labelled {

  /** The constant's name, as in the HTTP interface. */
  String name();

  /** What people call it. */
  String label();

  /** False for the stand-in for a value that only a newer node knows. */
  default boolean known() {
    return !name().equals("UNKNOWN");
  }
}
