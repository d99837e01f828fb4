-- What a user may see besides his role: regions (code prefixes) and categories, both empty for all;
-- and the version that his sessions must carry, raised whenever his rights change.
ALTER TABLE app_user
  ADD COLUMN regions         VARCHAR(400) NOT NULL DEFAULT '',
  ADD COLUMN categories      VARCHAR(200) NOT NULL DEFAULT '',
  ADD COLUMN session_version INT          NOT NULL DEFAULT 1,
  ADD COLUMN disabled        BOOLEAN      NOT NULL DEFAULT FALSE;

-- Lists narrow by it; empty where the appeal names no region. Tickets that were stored before get it
-- with their next change.
ALTER TABLE ticket ADD COLUMN region VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '';

CREATE INDEX audit_at ON audit (at);
