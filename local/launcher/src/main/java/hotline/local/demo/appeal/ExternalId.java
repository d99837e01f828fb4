package hotline.local.demo.appeal;

/** The number under which another system knows the appeal; the node takes each one in only once. */
public record ExternalId(String system, String number) {}
