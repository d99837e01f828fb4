-- Times are microseconds since the epoch.

-- Tickets: this node's own, the copies that came with work, and the replicas from below. The image
-- is the whole ticket as its owner wrote it; the columns are what lists and timers search by.
CREATE TABLE ticket (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  ticket_id     VARCHAR(28)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  owner         VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version       BIGINT       NOT NULL,
  state         VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  category      VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  urgency       VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title         VARCHAR(255) NOT NULL,
  registered_at BIGINT       NOT NULL,
  accepted_at   BIGINT       NULL,
  refused       BOOLEAN      NOT NULL,
  closed        BOOLEAN      NOT NULL,
  due_at        BIGINT       NULL,
  -- when silence starts to count as a satisfied answer (SLA-10), while it is waited for
  silent_at     BIGINT       NULL,
  order_count   INT          NOT NULL,
  returns       INT          NOT NULL,
  extensions    INT          NOT NULL,
  undelivered   INT          NOT NULL,
  image         MEDIUMBLOB   NOT NULL,
  personal      BLOB         NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY ticket_ticket_id (ticket_id),
  KEY ticket_owner_state (owner, state, due_at),
  KEY ticket_registered (registered_at)
) ENGINE = InnoDB;

-- What only the accepting node needs to find its own tickets by.
CREATE TABLE intake (
  id              BIGINT       NOT NULL AUTO_INCREMENT,
  ticket_id       VARCHAR(28)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  query_code      VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the same person and the same matter (ACC-10); null when the person is not known
  sameness        BINARY(32)   NULL,
  external_system VARCHAR(64)  NULL,
  external_number VARCHAR(128) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY intake_ticket (ticket_id),
  UNIQUE KEY intake_query_code (query_code),
  UNIQUE KEY intake_external (external_system, external_number),
  KEY intake_sameness (sameness)
) ENGINE = InnoDB;

-- Assignments: carried out here, and the replicas of those carried out below.
CREATE TABLE assignment (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  assignment_id VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ticket_id     VARCHAR(28)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  node          VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- empty when the node was given the work as a whole
  unit          VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version       BIGINT       NOT NULL,
  state         VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sign_for_due  BIGINT       NOT NULL,
  due_at        BIGINT       NOT NULL,
  signed        BOOLEAN      NOT NULL,
  replied       BOOLEAN      NOT NULL,
  order_count   INT          NOT NULL,
  returns       INT          NOT NULL,
  extensions    INT          NOT NULL,
  undelivered   INT          NOT NULL,
  -- orders whose reply waits for this node's review
  reviews       INT          NOT NULL,
  image         MEDIUMBLOB   NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY assignment_assignment_id (assignment_id),
  KEY assignment_ticket (ticket_id),
  KEY assignment_desk (node, state, unit)
) ENGINE = InnoDB;

-- What happened to a ticket, everywhere that is known here, one row for each happening.
CREATE TABLE timeline (
  id        BIGINT        NOT NULL AUTO_INCREMENT,
  ticket_id VARCHAR(28)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at        BIGINT        NOT NULL,
  node      VARCHAR(9)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- in the origin's stream; null for this node's own
  position  BIGINT        NULL,
  -- which of the record's happenings
  step      INT           NOT NULL,
  type      VARCHAR(48)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title     VARCHAR(200)  NOT NULL,
  actor     VARCHAR(80)   NOT NULL,
  text      TEXT          NULL,
  PRIMARY KEY (id),
  UNIQUE KEY timeline_record (node, position, step),
  KEY timeline_ticket (ticket_id)
) ENGINE = InnoDB;

-- The last ticket number given out of each day's, in blocks: gaps mean nothing.
CREATE TABLE ticket_sequence (
  day  DATE NOT NULL,
  last INT  NOT NULL,
  PRIMARY KEY (day)
) ENGINE = InnoDB;

-- Nodes of the tree that this node has heard of.
CREATE TABLE known_node (
  code VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(128) NOT NULL,
  tier VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (code)
) ENGINE = InnoDB;
