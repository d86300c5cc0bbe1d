import { mkdirSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveBuilt } from "#realtime/http/files.ts";
import { securityHeaders } from "#realtime/http/security.ts";
import { ownFolder } from "../support/own-folder.ts";

const SCRIPT = "export const words = 'the river is high tonight';\n".repeat(40);
let address = "";
let end: () => Promise<void>;

beforeAll(async () => {
  const folder = await ownFolder("built");
  mkdirSync(join(folder.path, "assets"), { recursive: true });
  writeFileSync(join(folder.path, "assets", "page-abc.js"), SCRIPT);
  writeFileSync(join(folder.path, "assets", "page-abc.js.br"), brotliCompressSync(SCRIPT));
  writeFileSync(join(folder.path, "plain.txt"), "plain");
  const app = express();
  app.use(securityHeaders({ secure: false, development: false }));
  serveBuilt(app, folder.path);
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  end = async () => {
    await new Promise((resolve) => server.close(resolve));
    folder.remove();
  };
});

afterAll(() => end());

const ask = (path: string, encoding: string) => fetch(address + path, { headers: { "Accept-Encoding": encoding } });

test("a script goes out as it was compressed by the build, to whoever reads that", async () => {
  const answer = await ask("/assets/page-abc.js", "gzip, br");
  expect(answer.headers.get("content-encoding")).toBe("br");
  expect(answer.headers.get("content-type")).toMatch(/^(text|application)\/javascript/);
  expect(answer.headers.get("vary")).toMatch(/Accept-Encoding/i);
  expect(Number(answer.headers.get("content-length"))).toBe(brotliCompressSync(SCRIPT).length);
  expect(await answer.text()).toBe(SCRIPT);
});

test("others get it as it is, and proxies are told that there are two", async () => {
  const answer = await ask("/assets/page-abc.js", "identity");
  expect(answer.headers.get("content-encoding")).toBeNull();
  expect(answer.headers.get("vary")).toMatch(/Accept-Encoding/i);
  expect(await answer.text()).toBe(SCRIPT);
});

test("every built file is what it says it is and may load nothing from elsewhere; what is not there is passed on", async () => {
  const answer = await ask("/plain.txt", "br");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'self'/);
  expect(answer.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  expect((await ask("/assets/none.js", "br")).status).toBe(404);
});
