// What Maven runs: `node scripts/maven.mjs build`, `… test` and `… browser`. Each step is skipped when nothing that it
// depends on has changed, so that builds of other modules do not pay for the console every time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const generated = new Set(['node_modules', 'target', 'schema.d.ts']);
/** What the node's build says of its HTTP interface. */
const api = join(root, '../node/target/classes/META-INF/swagger/hotline.yml');

/** @param {string} folder @returns {string[]} the files below a folder, in a stable order */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !generated.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}

/** @param {string[]} files @returns {string} a digest of names and contents */
function digest(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files)
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

/** @param {string} command @param {string[]} args */
function run(command, ...args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (error) {
    console.error(
      `${command} could not be started (${error.message}); Node 20.19 or newer with npm is needed`,
    );
    process.exit(1);
  }
  if (status !== 0) process.exit(status ?? 1);
}

/** Runs `work` unless `stamp` says that it was done for this digest. @param {string} stamp @param {string} state @param {() => void} work */
function once(stamp, state, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  rmSync(stamp, { force: true });
  work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, state);
}

const lock = digest([join(root, 'package-lock.json'), join(root, '.npmrc')]);
once(join(root, 'node_modules', '.installed'), lock, () =>
  run('npm', 'ci', '--no-fund', '--no-audit'),
);

once(join(root, 'target', 'described'), digest([api, join(root, 'scripts', 'api.mjs')]), () =>
  run('npm', 'run', '--silent', 'api'),
);
const sources = digest([...filesBelow(root), api]);
switch (process.argv[2]) {
  case 'build': {
    const stamp = join(root, 'target', 'built');
    if (!existsSync(join(root, 'target', 'classes', 'console', 'index.html')))
      rmSync(stamp, { force: true });
    once(stamp, sources, () => run('npx', 'vite', 'build', '--logLevel', 'warn'));
    break;
  }
  case 'test':
    once(join(root, 'target', 'tested'), sources, () => run('npm', 'test', '--silent'));
    break;
  case 'browser':
    if (!existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium')) {
      console.error(
        'The browser tests need Chromium: apt-get install chromium, or CHROMIUM=/path/to/it, or -DskipITs',
      );
      process.exit(1);
    }
    once(join(root, 'target', 'browsed'), sources, () => run('npm', 'run', '--silent', 'e2e'));
    break;
  default:
    console.error(`expected build, test or browser, was given ${process.argv[2]}`);
    process.exit(2);
}
