import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownFolder } from "#tests/support/own-folder.ts";
import { copyPreparedCluster } from "#tests/support/prepared-cluster.ts";

/** `npm run backup` and `npm run restore` as they are called, over a PostgreSQL of Naga's own. */
const folder = await ownFolder("backup-programs");
const to = await ownFolder("backup-target");
const keys = join(folder.path, "..", "keys");
const backups = join(folder.path, "..", "backups");
const keyFile = join(keys, "key.txt");

beforeAll(async () => {
  await copyPreparedCluster(folder.path);
  mkdirSync(keys);
  mkdirSync(backups);
  const person = ["--email", "root@example.org", "--name", "Rosa Root", "--country", "VN", "--agency", "Customs"];
  expect(await run("user-create", person)).toMatchObject({ code: 0 });
  mkdirSync(join(folder.path, "boundaries"));
  writeFileSync(join(folder.path, "boundaries", "vn.geojson"), '{"type": "FeatureCollection", "features": []}');
}, 120_000);
afterAll(() => {
  folder.remove();
  to.remove();
});

async function run(program: string, args: string[], variables: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["realtime/start.mjs", `./${program}.ts`, ...args], {
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      DATA_DIR: folder.path,
      NAGA_BACKUP_KEY_FILE: keyFile,
      ...variables,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, said, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { code: Number(code), out, said };
}

const whole = () => join(backups, readdirSync(backups)[0] ?? "");

test("a key is made once, a backup gets a name of its own and is closed to others", async () => {
  const key = await run("backup", ["--new-key", keyFile]);
  expect(key).toMatchObject({ code: 0, out: expect.stringMatching(/^age1\S+\n$/) });
  expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  expect(await run("backup", ["--new-key", keyFile])).toMatchObject({
    code: 1,
    said: expect.stringContaining("new file"),
  });

  const backup = await run("backup", [backups]);
  expect(backup).toMatchObject({ code: 0, said: expect.stringContaining("written. Prove it with npm run restore") });
  expect(readdirSync(backups)).toEqual([expect.stringMatching(/^naga-\d{8}T\d{6}Z\.tar\.gz\.age$/)]);
  expect(backup.out.trim()).toBe(whole());
  expect(statSync(whole()).mode & 0o777).toBe(0o600);
}, 120_000);

test("reading it needs no database; words on standard output, the rest beside", async () => {
  const read = await run("restore", ["--verify", whole()], { DATA_DIR: "/nowhere" });
  expect(read).toMatchObject({ code: 0, out: expect.stringMatching(/1 people.*1 files.*It is whole\.\n$/s) });
});

test.each<[string, string, string[], Record<string, string>, RegExp]>([
  ["no argument", "backup", [], {}, /^Usage: npm run backup/],
  ["an unknown one", "restore", ["--everything"], {}, /^Usage: npm run restore/],
  ["no key", "backup", ["x"], { NAGA_BACKUP_KEY_FILE: "" }, /^A backup is encrypted: set NAGA_BACKUP_PASSPHRASE/],
  ["no database", "backup", ["x"], { DATA_DIR: "/nowhere" }, /^\/nowhere holds no database/],
  ["a file that is there", "backup", ["README.md"], {}, /^README.md is there already/],
])("%s is refused in one line with code 1", async (_, program, args, variables, words) => {
  const { code, said } = await run(program, args, variables);
  expect(code).toBe(1);
  expect(said).toMatch(words);
  expect(said.trim().split("\n")).toHaveLength(1);
});

test("it comes back into a new folder, once, and the files with it", async () => {
  const back = await run("restore", [whole()], { DATA_DIR: to.path });
  expect(back).toMatchObject({ code: 0, said: expect.stringContaining("Now npm start") });
  const boundary = (path: string) => readFileSync(join(path, "boundaries", "vn.geojson"), "utf8");
  expect(boundary(to.path)).toBe(boundary(folder.path));
  const again = await run("restore", [whole()], { DATA_DIR: to.path });
  expect(again).toMatchObject({ code: 1, said: expect.stringMatching(/not empty/) });
  const next = await run("backup", [join(backups, "second.age")], { DATA_DIR: to.path });
  expect(next.code).toBe(0);
  const read = await run("restore", ["--verify", join(backups, "second.age")]);
  expect(read.out).toMatch(/1 people/);
}, 240_000);
