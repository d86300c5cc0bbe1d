type Fetch = typeof fetch;

/** What stands between us and the installation while it is away. */
const AWAY = [502, 503, 504];
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;

/**
 * A page asks its loaders again by itself: a frame came, a minute is over. Where the line or the server is away just
 * then, what stands on the screen, and what somebody is typing there, must not give way to an error page: such a
 * request waits until it is answered, or until the reader has turned to another page. A page that is turned to says at
 * once that it did not come.
 */
export function patientFetch(fetchOnce: Fetch, shown: () => URL): Fetch {
  return async (input, init) => {
    if (!renewsWhatIsShown(input, init, shown())) return fetchOnce(input, init);
    const signal = init?.signal ?? undefined;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const answer = await whole(fetchOnce, input, init);
      if (answer && !AWAY.includes(answer.status)) return answer;
      await pausing(pause * (0.5 + Math.random()), signal);
    }
  };
}

/** Whether another page is turned to. */
export function asksForAnotherPage(input: Parameters<Fetch>[0], init: RequestInit | undefined, shown: URL): boolean {
  if ((init?.method ?? "GET") !== "GET" || input instanceof Request) return false;
  const asked = new URL(input, shown);
  const isPage = asked.origin === shown.origin && asked.pathname.endsWith(DATA_OF_PAGE);
  return isPage && !renewsWhatIsShown(input, init, shown);
}

/** Whether something is sent that is answered. */
export function sends(input: Parameters<Fetch>[0], init: RequestInit | undefined): boolean {
  return (init?.method ?? (input instanceof Request ? input.method : "GET")) !== "GET";
}

/** The framework asks for a page's data at the page's own address with this ending. */
const DATA_OF_PAGE = ".data";

function renewsWhatIsShown(input: Parameters<Fetch>[0], init: RequestInit | undefined, shown: URL): boolean {
  if ((init?.method ?? "GET") !== "GET" || input instanceof Request) return false;
  const asked = new URL(input, shown);
  const page = shown.pathname === "/" ? "/_root" : shown.pathname.replace(/\/$/, "");
  return asked.origin === shown.origin && asked.pathname === page + DATA_OF_PAGE && saidBy(asked) === saidBy(shown);
}

/** What a page's address says beyond its path; what the framework adds for itself does not count. */
function saidBy({ searchParams }: URL): string {
  const said = new URLSearchParams(searchParams);
  for (const own of ["_routes", "index"]) said.delete(own);
  said.sort();
  return said.toString();
}

/** An answer of which nothing is missing: a line can also end in the middle of one. Null where the line is away. */
async function whole(fetchOnce: Fetch, ...[input, init]: Parameters<Fetch>): Promise<Response | null> {
  try {
    const { status, statusText, headers, body } = await fetchOnce(input, init);
    return new Response(body && (await new Response(body).arrayBuffer()), { status, statusText, headers });
  } catch (failed) {
    if (init?.signal?.aborted || !(failed instanceof TypeError)) throw failed;
    return null;
  }
}

function pausing(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((over, ended) => {
    const end = () => {
      clearTimeout(timer);
      ended(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", end);
      over();
    }, ms);
    signal?.addEventListener("abort", end);
  });
}
