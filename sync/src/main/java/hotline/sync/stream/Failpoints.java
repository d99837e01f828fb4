package hotline.sync.stream;

/** Where a test can stop a process between two steps. */
interface Failpoints {

  Failpoints NONE = point -> {};

  void reached(Point point);

  /** The moments at which a crash would be most instructive. */
  enum Point {
    /** Records have positions; nothing has been published. */
    SEQUENCED,
    /** The broker has confirmed; the confirmed position has not been kept. */
    PUBLISHED,
    /** Records have been applied and committed; the message has not been acknowledged. */
    APPLIED
  }
}
