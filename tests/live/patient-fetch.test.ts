import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { patientFetch } from "../../app/live/patient-fetch.ts";

const SHOWN = "https://naga.example/operations/1/clearance?state=held&order=age";
const ITS_DATA = "https://naga.example/operations/1/clearance.data?order=age&state=held&_routes=routes%2Fa";
const away = () => Promise.reject(new TypeError("Failed to fetch"));
const broken = () =>
  Promise.resolve(
    new Response(
      new ReadableStream({
        start: (stream) => stream.error(new TypeError("network error")),
      }),
    ),
  );

function asking(answers: (() => Promise<Response>)[], shown = SHOWN) {
  const once = vi.fn(() => answers.shift()?.() ?? Promise.resolve(new Response("news")));
  return { once, ask: patientFetch(once, () => new URL(shown)) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("what renews the page that is shown", () => {
  it("waits until line and server are back, and has its answer whole", async () => {
    const answers = [away, () => Promise.resolve(new Response("", { status: 503 })), broken, away];
    const { once, ask } = asking(answers);
    const answer = ask(ITS_DATA);
    await vi.runAllTimersAsync();
    expect(await (await answer).text()).toBe("news");
    expect(once).toHaveBeenCalledTimes(5);
  });

  it("ends with the reader's turning to another page, in a request as in a pause", async () => {
    const leaving = new AbortController();
    const { once, ask } = asking([away, away, away]);
    const answer = ask(ITS_DATA, { signal: leaving.signal });
    const ended = expect(answer).rejects.toThrow("turned away");
    await vi.advanceTimersByTimeAsync(100);
    leaving.abort(new Error("turned away"));
    await ended;
    await vi.runAllTimersAsync();
    expect(once).toHaveBeenCalledTimes(1);
  });

  it("says what else went wrong", async () => {
    const { ask } = asking([() => Promise.reject(new RangeError("ours"))]);
    await expect(ask(ITS_DATA)).rejects.toThrow("ours");
    const { ask: refused } = asking([() => Promise.resolve(new Response("", { status: 404 }))]);
    expect((await refused(ITS_DATA)).status).toBe(404);
  });

  it("is known on the first page too", async () => {
    const { once, ask } = asking([away], "https://naga.example/");
    const answer = ask(new URL("https://naga.example/_root.data"));
    await vi.runAllTimersAsync();
    await answer;
    expect(once).toHaveBeenCalledTimes(2);
  });
});

describe("anything else", () => {
  it.each([
    ["a page that is turned to", "https://naga.example/operations/1/map.data", undefined],
    ["the same page with another question", "https://naga.example/operations/1/clearance.data?state=all", undefined],
    ["what is sent", ITS_DATA, { method: "POST" }],
    ["another host", ITS_DATA.replace("naga.example", "other.example"), undefined],
  ])("%s fails at once", async (_, address, init) => {
    const { once, ask } = asking([away]);
    await expect(ask(address, init)).rejects.toThrow("Failed to fetch");
    expect(once).toHaveBeenCalledTimes(1);
  });
});
