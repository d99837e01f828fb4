package hotline.node.notice;

/**
 * Carries messages to telephones. A site provides its own as a bean; without one the messages stay
 * in the outbox, where they can be looked at.
 */
public interface SmsGateway {

  /**
   * Hands a message over. May be called again with the same id when it is not known whether the
   * first call succeeded: a gateway that can, sends it once only.
   *
   * @return what the gateway knows it by; at most 100 characters
   * @throws GatewayException when it was not taken; it is tried again later
   */
  String send(Sms message) throws GatewayException;

  /**
   * One message.
   *
   * @param id the same for each attempt
   * @param phone personal data: not for logs
   */
  record Sms(String id, String phone, String text) {

    @Override
    public String toString() {
      return "Sms[" + id + "]";
    }
  }

  /** The message was not taken. */
  final class GatewayException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param message why, in Chinese, without personal data
     */
    public GatewayException(String message) {
      super(message);
    }
  }
}
