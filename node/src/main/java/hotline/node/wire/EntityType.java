package hotline.node.wire;

/** What sort of entity an image shows. */
public enum EntityType {
  TICKET,
  ASSIGNMENT,
  CALL,
  SUPERVISION,
  KNOWLEDGE_ENTRY,
  LINE,
  CALL_BACK,
  ABUSE_CASE,
  ARCHIVE_FILE,
  ATTACHMENT,
  /** Of a newer node: kept as it came, but not read. */
  UNKNOWN
}
