package hotline.requirements;

/** What one test says of one row; the test is written {@code package.Class#method}. */
record Proof(String row, String test, Outcome outcome) {
  String line() {
    return String.join("\t", row, test, outcome.name());
  }

  static Proof parse(String line) {
    String[] cells = line.split("\t", -1);
    return new Proof(cells[0], cells[1], Outcome.valueOf(cells[2]));
  }
}
