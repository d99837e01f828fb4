-- Reference documents that this node and those above it have published, every version.
CREATE TABLE broadcast_document (
  id           BIGINT      NOT NULL AUTO_INCREMENT,
  publisher    VARCHAR(9)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind         VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  doc_key      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version      BIGINT      NOT NULL,
  published_at BIGINT      NOT NULL,
  withdrawn    BOOLEAN     NOT NULL,
  content      MEDIUMTEXT  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY broadcast_document_version (publisher, kind, doc_key, version)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
