import { createServer } from "node:http";
import { type AddressInfo, createServer as createRaw } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readAddressRules } from "#app/webhooks/addresses.server.ts";
import { call, type Resolve, type WebhookDoors } from "#app/webhooks/call.server.ts";
import { answering, aReceiver, type Receiver } from "#tests/support/receiver.ts";

let receiver: Receiver;
beforeAll(async () => {
  receiver = await aReceiver();
});
afterAll(() => receiver.close());
beforeEach(() => {
  receiver.heard.length = 0;
});

const nowhere: Resolve = async (host) => Promise.reject(new Error(`nobody asks for ${host}`));

function doors(setting: string, resolve: Resolve = nowhere): WebhookDoors {
  const addresses = readAddressRules(setting);
  if (!addresses) throw new Error(setting);
  return { key: "", addresses, resolve };
}

const HERE = "http://127.0.0.0/8";
const sent = { headers: { "Content-Type": "application/json" }, body: '{"type":"webhook.test"}', turn: 0 };
const to = (address: string, of = doors(HERE)) => ({ ...sent, address, doors: of });

test("what is sent arrives whole, and the answer's status comes back", async () => {
  expect(await call(to(`${receiver.address}?a=1`))).toMatchObject({ status: 204, fault: null });
  expect(receiver.heard).toMatchObject([{ body: sent.body, headers: { "content-type": "application/json" } }]);
});

test("this machine is not called unless the setting names it, and nothing connects", async () => {
  for (const setting of ["*", "http://*", "x.example.org", "10.0.0.0/8"]) {
    const answer = await call(to(receiver.address, doors(setting)));
    expect(answer, setting).toMatchObject({ status: null, fault: "address" });
  }
  expect(receiver.heard).toEqual([]);
});

test("a name is asked for once, and what it was then is what is called", async () => {
  const asked: string[] = [];
  const turning: Resolve = async (host) => {
    asked.push(host);
    return asked.length === 1 ? ["127.0.0.1"] : ["127.0.0.2"];
  };
  const named = `http://cases.example.org:${receiver.port}/naga`;
  expect(await call(to(named, doors(HERE, turning)))).toMatchObject({ status: 204 });
  expect(asked).toEqual(["cases.example.org"]);
  expect(receiver.heard[0]?.headers.host).toBe(`cases.example.org:${receiver.port}`);
});

test("a name that leads into the house is not called, though the name is permitted", async () => {
  const named = `http://cases.example.org:${receiver.port}/naga`;
  const inside = doors("http://cases.example.org", async () => ["127.0.0.1", "::1", "169.254.169.254"]);
  expect(await call(to(named, inside))).toMatchObject({ fault: "address" });
  expect(receiver.heard).toEqual([]);
});

test("of several addresses only those that may be called are, another one at each try", async () => {
  const several = doors("http://127.0.0.1", async () => ["10.0.0.1", "127.0.0.1"]);
  const named = `http://cases.example.org:${receiver.port}/`;
  for (const turn of [0, 1, 2]) expect((await call({ ...to(named, several), turn })).status).toBe(204);
});

test("a redirect is an answer, and is not followed", async () => {
  receiver.answers.push(answering(307, { Location: `${receiver.address}/elsewhere` }));
  expect(await call(to(receiver.address))).toMatchObject({ status: 307, fault: null });
  expect(receiver.heard).toHaveLength(1);
});

test("who says nothing, or drips, is not waited for", async () => {
  receiver.answers.push(() => {});
  expect(await call(to(receiver.address), 200)).toMatchObject({ status: null, fault: "late" });
  const never: Resolve = () => new Promise(() => {});
  expect(await call(to("http://cases.example.org/", doors("http://*", never)), 50)).toMatchObject({ fault: "late" });
});

test("an answer without an end is cut off, and counts by its status", async () => {
  let written = 0;
  let ended = false;
  const flood = createServer((_, response) => {
    response.writeHead(200);
    const pour = () => {
      while (!response.destroyed && response.write(Buffer.alloc(8_192))) written += 8_192;
    };
    response.on("drain", pour).on("close", () => {
      ended = true;
    });
    pour();
  });
  await new Promise<void>((resolve) => flood.listen(0, "127.0.0.1", resolve));
  const { port } = flood.address() as AddressInfo;
  expect(await call(to(`http://127.0.0.1:${port}/`))).toMatchObject({ status: 200 });
  await expect.poll(() => ended).toBe(true);
  expect(written).toBeLessThan(20_000_000);
  await new Promise((resolve) => flood.close(resolve));
});

test("heads without an end, no HTTP, no TLS and nobody there are said in a word", async () => {
  const raw = createRaw((socket) => {
    socket.on("error", () => {}).resume();
    socket.write(`HTTP/1.1 200 OK\r\nX-Long: ${"x".repeat(100_000)}\r\n\r\n`);
  });
  await new Promise<void>((resolve) => raw.listen(0, "127.0.0.1", resolve));
  const { port } = raw.address() as AddressInfo;
  expect(await call(to(`http://127.0.0.1:${port}/`))).toMatchObject({ status: null, fault: "connection" });
  await new Promise((resolve) => raw.close(resolve));
  expect(await call(to(`http://127.0.0.1:${port}/`))).toMatchObject({ fault: "connection" });
  expect(await call(to(`https://127.0.0.1:${receiver.port}/`))).toMatchObject({ fault: "certificate" });
  const unknown = Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
  const gone = doors("http://*", async () => Promise.reject(unknown));
  expect(await call(to("http://cases.example.org/", gone))).toMatchObject({ fault: "name" });
});

test("Retry-After comes back as it was said", async () => {
  receiver.answers.push(answering(503, { "Retry-After": "120" }));
  expect(await call(to(receiver.address))).toMatchObject({ status: 503, retryAfter: "120" });
});
