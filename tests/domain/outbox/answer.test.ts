import { expect, test } from "vitest";
import { meaningOf, pauseAfter } from "#app/domain/outbox/answer.ts";
import { clockAhead, deviceOff } from "#app/domain/outbox/clock.ts";

const AWAY = { is: "wait", seconds: null, fault: false };

test.each([
  ["taken", 200, { is: "taken" }, { is: "taken" }],
  ["a page of the network's own, which answers everything", 200, null, AWAY],
  ["another JSON than ours", 200, { ok: true }, AWAY],
  ["a server that restarts", 503, { problem: "database.away" }, AWAY],
  ["a proxy that finds none", 502, null, AWAY],
  ["a fault of the server", 500, null, { is: "wait", seconds: null, fault: true }],
  ["a session that is over", 401, { problem: "session.ended" }, { is: "locked", key: "session.ended" }],
  [
    "somebody else who signed in",
    403,
    { problem: "outbox.other_person" },
    { is: "locked", key: "outbox.other_person" },
  ],
  ["a role withdrawn", 403, { problem: "role.missing" }, { is: "refused", key: "role.missing", values: {} }],
  [
    "an operation that closed",
    409,
    { is: "refused", key: "operation.closed" },
    { is: "refused", key: "operation.closed", values: {} },
  ],
  ["a record that is gone", 404, { problem: "report.unknown" }, { is: "refused", key: "report.unknown", values: {} }],
])("%s", (_, status, body, meaning) => {
  expect(meaningOf(status, body)).toEqual(meaning);
});

test("questions and errors keep what the form needs to show them", () => {
  const question = { check: "quantity_unusual", field: "items.0.quantity", values: { quantity: "12" }, answers: [] };
  const asked = meaningOf(422, { is: "asks", questions: [question], errors: { mode: ["field.required"] } });
  expect(asked).toEqual({ is: "asks", questions: [question], errors: { mode: ["field.required"] } });
});

test("a server that says when to come back is listened to", () => {
  expect(meaningOf(429, null, "7")).toEqual({ is: "wait", seconds: 7, fault: false });
  expect(meaningOf(503, null, "soon")).toEqual(AWAY);
});

test("pauses grow to a minute, and are never shorter than asked", () => {
  expect([0, 1, 2, 5, 40].map((tries) => pauseAfter(tries))).toEqual([2, 4, 8, 60, 60]);
  expect(pauseAfter(0, 30)).toBe(30);
});

test("a clock is off when the difference is more than the line can explain", () => {
  const at = Date.UTC(2021, 6, 1, 6);
  const year = 365 * 86_400_000;
  expect(clockAhead({ asked: at, heard: at + 1_000, serverAt: at + 500 })).toBeNull();
  expect(clockAhead({ asked: at + 3 * year, heard: at + 3 * year, serverAt: at })).toBe(3 * year);
  expect(clockAhead({ asked: at - year, heard: at - year, serverAt: at })).toBe(-year);
  // An answer that took ten minutes on the way proves nothing of six.
  expect(clockAhead({ asked: at, heard: at + 600_000, serverAt: at + 660_000 })).toBeNull();
});

test("what a wrong clock says of a kept thing is told, and about when it was by the right one", () => {
  const receivedAt = "2021-07-01T06:55:00.000Z";
  const right = { wroteAt: "2021-07-01T06:01:00.000Z", sentAt: "2021-07-01T06:54:40.000Z" };
  expect(deviceOff({ ...right, receivedAt })).toBeNull();
  const years = { wroteAt: "2015-01-01T00:10:00.000Z", sentAt: "2015-01-01T01:04:00.000Z" };
  expect(deviceOff({ ...years, receivedAt })).toEqual({
    ahead: Date.parse("2015-01-01T01:04:00.000Z") - Date.parse(receivedAt),
    wroteAbout: "2021-07-01T06:01:00.000Z",
  });
});
