// Makes src/api/schema.d.ts from the description of the HTTP interface that the node's build leaves. The node leaves out
// what has no value and never writes null, so what is nullable there is optional here.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';

const root = join(import.meta.dirname, '..');
const description = join(root, '../node/target/classes/META-INF/swagger/hotline.yml');
if (!existsSync(description)) {
  console.error(`${description} is missing: build the node first, e.g. mvn -pl node -am compile`);
  process.exit(1);
}

const yaml = readFileSync(description, 'utf8').replaceAll(/^ +nullable: true\n/gm, '');
const types = astToString(await openapiTS(yaml, { alphabetize: true }));
writeFileSync(
  join(root, 'src/api/schema.d.ts'),
  `// Generated from the node's HTTP interface by scripts/api.mjs.\n${types}`,
);
