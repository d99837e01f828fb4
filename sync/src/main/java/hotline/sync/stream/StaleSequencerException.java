package hotline.sync.stream;

/** Somebody else has moved the stream on: roll back, and look again who is the sequencer. */
final class StaleSequencerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StaleSequencerException(String message) {
    super(message);
  }
}
