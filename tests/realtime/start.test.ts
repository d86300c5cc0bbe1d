import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, expect, test } from "vitest";
import { freshDatabase } from "#tests/support/database.ts";
import { ownFolder } from "#tests/support/own-folder.ts";
import { copyPreparedCluster } from "#tests/support/prepared-cluster.ts";

const db = await freshDatabase();
const folder = await ownFolder("start");
const busy = createServer().listen(0, "127.0.0.1");
await once(busy, "listening");
const { port } = busy.address() as AddressInfo;

afterAll(() => {
  busy.close();
  folder.remove();
});

/** Runs a program of the command line to its end: code and what it said. */
async function run(args: string[], variables: Record<string, string>): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, ["realtime/start.mjs", ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: "production", DATA_DIR: folder.path, PORT: "39990", ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [said, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { code: Number(code), said: `${said}${complaint}` };
}

const SECRET = "k8Jq2-w0Zr7_Xd4Tn5Vb9Ls3Hf6Gy1Pc0Mu8Ai2";
const given = { DATABASE_URL: db.appUrl, DATABASE_OWNER_URL: db.ownerUrl, SESSION_SECRET: SECRET };

test.each<[string, Record<string, string>, RegExp]>([
  [
    "a busy port",
    { PORT: String(port) },
    new RegExp(`^Port ${port} is in use: stop what runs there, or choose another`),
  ],
  [
    "an address of another machine",
    { PORT: "39999", HOST: "203.0.113.1" },
    /^203\.0\.113\.1 is no address of this machine/,
  ],
  ["a missing secret", { ...given, PORT: "39997", SESSION_SECRET: "" }, /^SESSION_SECRET is missing/],
  ["a secret from an example", { ...given, PORT: "39997", SESSION_SECRET: "changeme" }, /^SESSION_SECRET is too short/],
  [
    "a missing owner",
    { ...given, PORT: "39997", DATABASE_OWNER_URL: "" },
    /^DATABASE_URL is set but DATABASE_OWNER_URL is not/,
  ],
])("%s ends the start with one line and code 1", async (_name, variables, line) => {
  const { code, said } = await run([], variables);
  expect(said).toMatch(line);
  expect(said.trim().split("\n")).toHaveLength(1);
  expect(code).toBe(1);
});

test("the first administrator is made once, and told the link for the password", async () => {
  const args = [
    "--email",
    "admin@customs.example",
    "--name",
    "A. Administrator",
    "--country",
    "vn",
    "--agency",
    "General Department",
  ];
  await copyPreparedCluster(folder.path);
  const first = await run(["./user-create.ts", ...args], { PORT: "3000" });
  expect(first.said).toMatch(
    /admin@customs\.example sets a password at http:\/\/localhost:3000\/invitation\/[\w-]{43}/,
  );
  expect(first.code).toBe(0);
  const [, , , name, ...rest] = args;
  const second = await run(
    ["./user-create.ts", "--email", "second@customs.example", "--name", name ?? "", ...rest],
    {},
  );
  expect(second.said).toMatch(/There is an administrator already \(admin@customs\.example\)/);
  expect(second.code).toBe(1);
});

test("an incomplete command says how it is used", async () => {
  const { code, said } = await run(["./user-create.ts", "--email", "admin@customs.example"], given);
  expect(said).toMatch(/^Usage: npm run user:create/);
  expect(said.trim().split("\n")).toHaveLength(1);
  expect(code).toBe(1);
});

test("a file in place of the data folder is told in one line", async () => {
  const { path, remove } = await ownFolder("start-file");
  writeFileSync(path, "");
  const { code, said } = await run([], { DATA_DIR: path, PORT: "39996" });
  remove();
  expect(said).toMatch(/cannot be written/);
  expect(code).toBe(1);
});
