package hotline.requirements;

/** How a test ended, the worst last: of several runs of one test the worst counts. */
enum Outcome {
  PASSED("通过"),
  SKIPPED("跳过"),
  FAILED("失败");

  private final String title;

  Outcome(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  Outcome worse(Outcome other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
