/** Why something that was sent is not taken: the key, and its values. */
export type SendRefusal = { refused: string; values: Record<string, string | number> };

const PIECE_WITHIN_MS = 60_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 20_000;
const AWAY = [429, 502, 503, 504];

/** Asks again, after longer and longer pauses, while line or server are away. */
export function patient(signal: AbortSignal, wait: () => void) {
  return async (send: () => Promise<Response>): Promise<Response> => {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        const answer = await send();
        if (!AWAY.includes(answer.status)) return answer;
      } catch (error) {
        if (signal.aborted) throw error;
      }
      wait();
      await backOnline(pause, signal);
    }
  };
}

/** The pause is over, or the browser says that the network is back. */
function backOnline(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((over, ended) => {
    const leave = () => {
      clearTimeout(timer);
      window.removeEventListener("online", go);
      signal.removeEventListener("abort", stop);
    };
    const go = () => {
      leave();
      over();
    };
    const stop = () => {
      leave();
      ended(signal.reason);
    };
    const timer = setTimeout(go, ms);
    window.addEventListener("online", go);
    signal.addEventListener("abort", stop);
  });
}

/** A line that says nothing any more must not hold a piece for ever. Old browsers wait for the line's own end. */
export function withinTime(signal: AbortSignal): AbortSignal {
  return "any" in AbortSignal ? AbortSignal.any([signal, AbortSignal.timeout(PIECE_WITHIN_MS)]) : signal;
}

/** What a refusal says, whatever shape it came in. */
export async function refusalIn(answer: Response): Promise<SendRefusal> {
  // What reads a refusal is fetched with the first one.
  const { Refusal } = await import("./told-refusal.ts");
  const said = Refusal.safeParse(await answer.json().catch(() => null));
  if (!said.success) return { refused: "general", values: {} };
  const { problem, values, fields } = said.data;
  return { refused: Object.values(fields).flat()[0] ?? problem, values };
}
