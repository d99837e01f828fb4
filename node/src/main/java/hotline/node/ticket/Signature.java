package hotline.node.ticket;

import hotline.node.classification.Approver;

/** One step of a request's approval: in which office somebody signed, and what he said. */
public record Signature(Approver approver, Verdict verdict) {

  /** In a sentence. */
  String text() {
    return approver.label()
        + (verdict.approved() ? "同意" : "不同意")
        + Happening.after("：", verdict.opinion());
  }
}
