// Mends the PostgreSQL driver in node_modules, after `npm ci`. See docs/decisions.
// With postgres 3.4.9 as it is, a server that goes away in the middle of a write leaves the process with an exception
// that nobody can catch, connections that never write again, and transactions that go on outside of themselves.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const VERSION = "3.4.9";
const MARK = "/* mended by naga */";

/** What stands in the driver, and what has to stand there. */
const CONNECTION = [
  // A write that was put off until the socket had gone: its queries are told so.
  [
    "const x = socket.write(chunk, fn)\n",
    "if (socket === null) {\n      chunk = nextWriteTimer = null\n      error(Errors.connection('CONNECTION_CLOSED', options))\n      return true\n    }\n    const x = socket.write(chunk, fn)\n",
  ],
  // A timer that was cleared but is still remembered keeps the next connection from ever writing.
  [
    "clearImmediate(nextWriteTimer)\n    if (socket) {",
    "clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    if (socket) {",
  ],
  [
    "clearImmediate(nextWriteTimer)\n    socket.removeListener('data', data)",
    "clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    socket.removeListener('data', data)",
  ],
  // Queries sent between the socket's error and its close must be answered; nothing old may meet the next connection.
  [
    "!hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n",
    ";(query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n    query = results = errorResponse = null\n    result = new Result()\n",
  ],
  // A COPY into a table that the server refuses at its end, or whose session ends then, is told so: it waits for ever else.
  [
    "stream && (stream.destroy(err), stream = null)\n    query && queryError",
    "final && (final(err), final = null)\n    stream && (stream.destroy(err), stream = null)\n    query && queryError",
  ],
  // A COPY out of a table that ends while its reader is behind leaves the connection paused, and what follows unheard.
  [
    "stream && stream.push(null)\n    stream = null\n",
    "stream && stream.push(null)\n    stream = null\n    socket.resume()\n",
  ],
  // The question for array types is asked by nobody who could hear that it failed.
  ["return fetchArrayTypes()", "return fetchArrayTypes().catch(() => {})"],
];

const TRANSACTION = [
  // A transaction whose connection is lost must not go on over the one that takes its place.
  ["let savepoints = 0\n      , connection\n", "let savepoints = 0\n      , lost = null\n      , connection\n"],
  [
    "new Promise((_, reject) => connection.onclose = reject)",
    "new Promise((_, reject) => connection.onclose = e => reject(lost = e))",
  ],
  [
    "q.catch(e => uncaughtError || (uncaughtError = e))\n",
    "q.catch(e => uncaughtError || (uncaughtError = e))\n        if (lost)\n          return q.reject(lost)\n",
  ],
];

const FILES = { "connection.js": CONNECTION, "index.js": TRANSACTION };

/** Changes a file of a package whose every place is as `of` has it; does nothing where it is done already. */
export function mendFile(path, mends, of) {
  let text = readFileSync(path, "utf8");
  if (!text.startsWith(MARK)) text = `${MARK} ${text}`;
  else if (mends.every(([, after]) => text.includes(after))) return;
  for (const [before, after] of mends) {
    if (text.includes(after)) continue;
    if (text.split(before).length !== 2) throw new Error(`${path} is not as ${of} has it`);
    text = text.replace(before, () => after);
  }
  writeFileSync(path, text);
}

/** Where a package lies whose version is the one that is known. */
export function homeOf(name, version) {
  let home = dirname(createRequire(import.meta.url).resolve(name));
  while (!existsSync(join(home, "package.json")) || named(home).name !== name) home = dirname(home);
  const installed = named(home).version;
  if (installed !== version) throw new Error(`${name} ${installed} is installed; what mends it knows ${version}`);
  return home;
}

function named(home) {
  return JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
}

/** Does nothing where it is done already. */
export function mendDriver() {
  const home = homeOf("postgres", VERSION);
  for (const [name, mends] of Object.entries(FILES)) {
    for (const folder of ["src", join("cjs", "src")]) mendFile(join(home, folder, name), mends, `postgres ${VERSION}`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) mendDriver();
