import { openRawLine } from "./raw-line.ts";

/** What the bench tells this process, and what it answers: many listeners in a process of their own. */
export type ToListeners =
  | { say: "open"; name: string; port: number; path: string; headers: Record<string, string>[]; first?: string }
  | { say: "close"; name: string };
export type FromListeners =
  | { say: "opened"; name: string }
  /** The listener served last has it; `at` by the machine's steady clock, the same for all processes. */
  | { say: "seen"; id: string; at: string };

const MARK = '"seizure":"';
const AT_ONCE = 20;
const groups = new Map<string, { close: () => void }[]>();

process.on("message", (message: ToListeners) => {
  if (message.say === "open") void open(message);
  else {
    for (const line of groups.get(message.name) ?? []) line.close();
    groups.delete(message.name);
  }
});

function tell(message: FromListeners): void {
  process.send?.(message);
}

async function open({ name, port, path, headers, first }: Extract<ToListeners, { say: "open" }>): Promise<void> {
  const lines: { close: () => void }[] = [];
  groups.set(name, lines);
  const count = counting(headers.length);
  for (let at = 0; at < headers.length; at += AT_ONCE) {
    const some = headers.slice(at, at + AT_ONCE).map((own) => openListener({ port, path, headers: own, first, count }));
    lines.push(...(await Promise.all(some)));
  }
  tell({ say: "opened", name });
}

type Listening = {
  port: number;
  path: string;
  headers: Record<string, string>;
  first: string | undefined;
  count: (id: string) => void;
};

/** Joins the namespace, asks its first question where it has one, answers pings, and counts what it hears. */
function openListener({ port, path, headers, first, count }: Listening): Promise<{ close: () => void }> {
  return new Promise((resolve, reject) => {
    const line = openRawLine({
      port,
      path,
      headers,
      heard(message, send) {
        const kind = message.toString("latin1", 0, 2);
        if (kind[0] === "0") send("40");
        else if (kind[0] === "2") send("3");
        else if (kind === "40" && first) send(first);
        else if (kind === "40" || kind === "43") void line.then(resolve);
        else if (kind === "42") {
          const at = message.indexOf(MARK);
          if (at >= 0) count(message.toString("latin1", at + MARK.length, at + MARK.length + 36));
        }
      },
    });
    line.catch(reject);
  });
}

/** Tells when all have heard of an id. */
function counting(all: number): (id: string) => void {
  const heard = new Map<string, number>();
  return (id) => {
    const times = (heard.get(id) ?? 0) + 1;
    if (times < all) {
      heard.set(id, times);
      return;
    }
    heard.delete(id);
    tell({ say: "seen", id, at: String(process.hrtime.bigint()) });
  };
}
