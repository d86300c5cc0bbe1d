/** Why something that was sent is not taken: the key, and its values. */
export type SendRefusal = { refused: string; values: Record<string, string | number> };

const ANSWER_WITHIN_MS = 60_000;
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

/**
 * Asks, and answers with all that belongs to the answer: what breaks off in the middle is none, and a line that says
 * nothing any more is not waited for without end.
 */
export async function wholeAnswer(to: string, { signal, ...asked }: RequestInit = {}, within = ANSWER_WITHIN_MS) {
  // By hand: what browsers offer for two reasons to stop is younger than the oldest that must do.
  const stop = new AbortController();
  const end = () => stop.abort();
  const timer = setTimeout(end, within);
  signal?.addEventListener("abort", end);
  try {
    if (signal?.aborted) end();
    const { status, headers, ...answer } = await read(await fetch(to, { ...asked, signal: stop.signal }));
    return new Response(answer.body, { status, headers });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", end);
  }
}

async function read(answer: Response) {
  const body = await answer.arrayBuffer();
  const { status, headers } = answer;
  return { status, headers, body: body.byteLength > 0 ? body : null };
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
