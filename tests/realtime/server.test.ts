import { request as httpRequest } from "node:http";
import { io as connect } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LIVE_PATH } from "#realtime/protocol.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { envFor, onePage, type RunningServer, runServer } from "#tests/support/server.ts";

const db = await freshDatabase();
let seen: string[] = [];
let server: RunningServer;
let guarded: RunningServer;

beforeAll(async () => {
  const build = onePage((request) => {
    seen.push(`${request.method} ${request.headers.get("cookie")}`);
    if (new URL(request.url).pathname === "/fault") throw new Error("thrown on purpose, with secret-detail");
    return new Response("seen", { headers: { "Cache-Control": "public, max-age=600" } });
  });
  server = await runServer(envFor(db), { build });
  const rates = { writesPerMinute: 20, machineCallsPerMinute: 20 };
  guarded = await runServer(envFor(db, { origin: "https://naga.example.org", secure: true }), { build, rates });
});
afterAll(async () => {
  await Promise.all([server.close(), guarded.close()]);
});

type Headers = Record<string, string>;
const post = (to: RunningServer, headers: Headers, body = "a=b") =>
  fetch(`${to.address}/anything`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body,
  });

/** Sends what `fetch` would not: any method, any headers, and a body without a length. */
function raw(
  to: RunningServer,
  options: { method: string; headers?: Headers; chunks?: string[] },
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(
      `${to.address}/anything`,
      { method: options.method, headers: options.headers },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      },
    );
    asked.on("error", reject);
    for (const chunk of options.chunks ?? []) asked.write(chunk);
    asked.end();
  });
}

describe("requests that change something come from our own pages", () => {
  test.each<[string, Headers, number]>([
    ["our own page, by Origin and fetch metadata", { origin: "OWN", "sec-fetch-site": "same-origin" }, 200],
    ["our own page in a browser without fetch metadata", { origin: "OWN" }, 200],
    ["our own page with its origin hidden", { origin: "null", "sec-fetch-site": "same-origin" }, 200],
    ["a foreign page", { origin: "https://foreign.example", "sec-fetch-site": "cross-site" }, 403],
    ["a foreign page that names our origin", { origin: "OWN", "sec-fetch-site": "cross-site" }, 403],
    ["another host of our domain", { origin: "http://other.127.0.0.1", "sec-fetch-site": "same-site" }, 403],
    ["a foreign page in a browser without fetch metadata", { origin: "https://foreign.example" }, 403],
    ["a sandboxed frame", { origin: "null" }, 403],
    ["the address bar", { "sec-fetch-site": "none" }, 403],
    ["nobody says where from", {}, 403],
    ["a machine with its key", { authorization: "Bearer abc" }, 200],
  ])("%s", async (_name, headers, status) => {
    const given = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value === "OWN" ? server.address : value]),
    );
    expect((await post(server, given)).status).toBe(status);
  });

  test("reading is open to links from anywhere", async () => {
    const answer = await fetch(server.address, { headers: { "sec-fetch-site": "cross-site" } });
    expect(answer.status).toBe(200);
  });

  test("behind a proxy only the stated origin counts, whatever Host says", async () => {
    expect((await post(guarded, { origin: guarded.address })).status).toBe(403);
    expect((await post(guarded, { origin: "https://naga.example.org" })).status).toBe(200);
  });

  test("a key stands alone: the cookie beside it does not reach the page", async () => {
    seen = [];
    await post(server, { authorization: "Bearer abc", cookie: "naga_session=somebody" });
    expect(seen).toEqual(["POST null"]);
  });
});

describe("every answer", () => {
  test("carries a policy with a nonce of its own and is kept by nobody", async () => {
    const [first, second] = await Promise.all([fetch(server.address), fetch(server.address)]);
    const policy = first.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/]{24}';/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).toMatch(/connect-src 'self';/);
    expect(policy).not.toMatch(/unsafe-eval|upgrade-insecure-requests|script-src[^;]*unsafe-inline/);
    expect(second.headers.get("content-security-policy")).not.toBe(policy);
    expect(first.headers.get("cache-control")).toBe("no-store");
    expect(first.headers.get("x-request-id")).toMatch(/^[\w-]{12}$/);
    expect(first.headers.get("x-content-type-options")).toBe("nosniff");
    expect(first.headers.get("x-frame-options")).toBe("DENY");
    expect(first.headers.get("referrer-policy")).toBe("same-origin");
    expect(first.headers.get("x-powered-by")).toBeNull();
    expect(first.headers.get("strict-transport-security")).toBeNull();
  });

  test("behind https browsers are told never to come back without it", async () => {
    const answer = await fetch(guarded.address);
    expect(answer.headers.get("strict-transport-security")).toMatch(/max-age=63072000/);
    expect(answer.headers.get("content-security-policy")).toMatch(/upgrade-insecure-requests/);
  });

  test("a fault is told by the number of the request, without what it was", async () => {
    const answer = await fetch(`${server.address}/fault`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/secret-detail|server\.test/);
  });
});

describe("what is refused before any page", () => {
  test("unknown methods", async () => {
    expect(await raw(server, { method: "TRACE" })).toBe(405);
    expect(await raw(server, { method: "PROPFIND" })).toBe(405);
  });

  test("bodies that are too large, or that do not say how large they are", async () => {
    const headers = { origin: server.address };
    expect((await post(server, headers, "x".repeat(1_048_577))).status).toBe(413);
    expect((await post(server, headers, "x".repeat(1_048_576))).status).toBe(200);
    expect(await raw(server, { method: "POST", headers, chunks: ["a", "b"] })).toBe(413);
  });

  test("a body that the page never read does not hold up the next request on the connection", async () => {
    const headers = { origin: server.address };
    for (let turn = 0; turn < 3; turn++) {
      const answer = await post(server, headers, "x".repeat(1_000_000));
      expect(await answer.text()).toBe("seen");
    }
  });

  test("a machine that asks for JSON is told as problem details, a person in the language asked for", async () => {
    const machine = await post(server, { accept: "application/json" });
    expect(machine.headers.get("content-type")).toMatch(/application\/problem\+json/);
    expect(await machine.json()).toMatchObject({ type: "urn:naga:problem:forbidden", status: 403 });
    const person = await post(server, { "accept-language": "vi" });
    expect(await person.text()).toMatch(/<html lang="vi">/);
  });

  test("too many writes of one session wait, those of another do not", async () => {
    const headers = (session: string) => ({
      origin: "https://naga.example.org",
      cookie: `__Host-naga_session=${session}`,
    });
    const statuses = await Promise.all(
      Array.from({ length: 25 }, async () => (await post(guarded, headers("one"))).status),
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    const refused = await post(guarded, headers("one"));
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await post(guarded, headers("two"))).status).toBe(200);
  });

  test("a machine's limit holds over two processes within a tenth", async () => {
    const rates = { machineCallsPerMinute: 40 };
    const [left, right] = await Promise.all(
      [0, 1].map(() => runServer(envFor(db), { build: onePage(() => new Response("seen")), rates })),
    );
    if (!left || !right) throw new Error("two servers were started");
    const ask = async (to: RunningServer) =>
      (await fetch(to.address, { headers: { authorization: "Bearer shared" } })).status;
    const statuses: number[] = [];
    for (let turn = 0; turn < 40; turn++) statuses.push(await ask(left), await ask(right));
    await Promise.all([left.close(), right.close()]);
    const passed = statuses.filter((status) => status === 200).length;
    expect(passed).toBeGreaterThanOrEqual(36);
    expect(passed).toBeLessThanOrEqual(58);
  });
});

describe("sockets", () => {
  const open = (origin: string | undefined) =>
    new Promise<string>((resolve) => {
      const extraHeaders: Headers = origin ? { origin } : {};
      const socket = connect(server.address, {
        path: LIVE_PATH,
        transports: ["websocket"],
        extraHeaders,
        reconnection: false,
      });
      const end = (outcome: string) => {
        socket.close();
        resolve(outcome);
      };
      socket.once("connect", () => end("open"));
      socket.once("connect_error", () => end("refused"));
    });

  test("open to our own pages and to programs, not to foreign pages", async () => {
    expect(await open(server.address)).toBe("open");
    expect(await open(undefined)).toBe("open");
    expect(await open("https://foreign.example")).toBe("refused");
  });
});

test("alive and ready are told apart", async () => {
  expect(await (await fetch(`${server.address}/healthz`)).text()).toBe("ok");
  const answer = await fetch(`${server.address}/readyz`);
  expect([answer.status, await answer.json()]).toEqual([200, { ready: true }]);
});
