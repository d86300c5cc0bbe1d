import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { wholeAnswer } from "#app/outbox/patient-line.ts";

let server: Server;
let address = "";

beforeAll(async () => {
  server = createServer((request, answer) => {
    if (request.url === "/whole") return answer.writeHead(409, { "Retry-After": "7" }).end(`{"received":12}`);
    if (request.url === "/silent") return;
    // Head and a half of the body, and then the line is cut.
    answer.writeHead(200, { "Content-Length": "100" });
    answer.write("half", () => answer.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("an answer comes with its status, its head and its body, and can be read when the line has gone", async () => {
  const answer = await wholeAnswer(`${address}/whole`);
  expect([answer.status, answer.ok, answer.headers.get("Retry-After")]).toEqual([409, false, "7"]);
  expect(await answer.json()).toEqual({ received: 12 });
});

test("an answer that breaks off in the middle is none", async () => {
  await expect(wholeAnswer(`${address}/half`)).rejects.toThrow();
});

test("a line that says nothing is left after a while, or when its owner says so", async () => {
  await expect(wholeAnswer(`${address}/silent`, {}, 20)).rejects.toThrow(/abort/i);
  const stop = new AbortController();
  const asked = wholeAnswer(`${address}/silent`, { signal: stop.signal });
  stop.abort();
  await expect(asked).rejects.toThrow(/abort/i);
  await expect(wholeAnswer(`${address}/whole`, { signal: stop.signal })).rejects.toThrow(/abort/i);
});
