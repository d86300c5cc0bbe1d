import { expect, test } from "vitest";
import { delayAfter, isWanted, TRIES, WebhookInput, wishedDelay } from "#app/domain/webhook.ts";

test("tries come later and later, never more than eight hours apart, and the last about a day after the first", () => {
  const delays = Array.from({ length: TRIES - 1 }, (_, at) => delayAfter(at + 1, 0.5));
  expect(delays.slice(0, 4)).toEqual([5, 20, 80, 320]);
  expect(Math.max(...delays)).toBe(8 * 3_600);
  const hours = delays.reduce((sum, one) => sum + one, 0) / 3_600;
  expect(hours).toBeGreaterThan(20);
  expect(hours).toBeLessThan(28);
});

test("chance moves a try by a fifth at most", () => {
  expect([delayAfter(4, 0), delayAfter(4, 1)]).toEqual([256, 384]);
});

test("Retry-After is a number of seconds or a day and time; nonsense and the past ask for nothing, nothing beyond a day", () => {
  const now = new Date("2026-03-05T06:00:00Z");
  expect(wishedDelay("120", now)).toBe(120);
  expect(wishedDelay("Thu, 05 Mar 2026 06:10:00 GMT", now)).toBe(600);
  expect(wishedDelay("Thu, 05 Mar 2026 05:10:00 GMT", now)).toBe(0);
  for (const nonsense of ["soon", "", undefined, "-5"]) expect(wishedDelay(nonsense, now)).toBe(0);
  expect(wishedDelay("999999999", now)).toBe(86_400);
});

test("a subscription hears of its kinds", () => {
  expect(isWanted(["seizure"], "seizure.released")).toBe(true);
  expect(isWanted(["seizure"], "seizure.gone")).toBe(true);
  expect(isWanted(["member"], "seizure.released")).toBe(false);
  expect(isWanted(["seizure"], "seizures.released")).toBe(false);
});

const RIGHT = { keyId: crypto.randomUUID(), label: "Cases", kinds: ["member", "seizure"], reach: "operation" };
const faultOf = (address: string) =>
  WebhookInput.safeParse({ ...RIGHT, address }).error?.issues.map(({ message }) => message) ?? [];

test("an address is whole, of the web, and carries no password; each wrong one says why", () => {
  expect(faultOf(" https://cases.example.org:8443/naga?x=1 ")).toEqual([]);
  expect(faultOf("")).toEqual(["text.missing"]);
  for (const wrong of ["cases.example.org", "ftp://cases.example.org", "javascript:alert(1)", "https://"]) {
    expect(faultOf(wrong), wrong).toEqual(["webhook.address"]);
  }
  for (const wrong of ["https://me:secret@cases.example.org/", "https://cases.example.org/#part"]) {
    expect(faultOf(wrong), wrong).toEqual(["webhook.address.plain"]);
  }
  expect(faultOf(`https://cases.example.org/${"x".repeat(500)}`)).toEqual(["text.long"]);
});
