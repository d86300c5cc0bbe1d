import { useLocation, useRouteLoaderData } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useText } from "#app/components/ui/text-context.tsx";
import { withTexts } from "#app/page-texts.ts";

type Reader = { id: string; name: string; hours: number };

/** On a bad line the page itself comes first, and what it is for. */
const LATER_MS = 1_500;

/** Does it later; answers how to leave it. */
function later(ms: number, what: () => void): () => void {
  const timer = setTimeout(what, ms);
  return () => clearTimeout(timer);
}

/** Whether the page has stood for a moment: then parts come that nobody begins with. */
export function useLater(): boolean {
  const [isLater, setLater] = useState(false);
  useEffect(() => later(LATER_MS, () => setLater(true)), []);
  return isLater;
}

/** Sends what waits on this device for whoever is signed in. Loaded when the page stands: nothing waits for it. */
export function useOutboxOfDevice(reader: Reader | null): void {
  const { pathname } = useLocation();
  const [id, name, hours] = [reader?.id, reader?.name ?? "", reader?.hours ?? 0];
  const path = pathname === "/sign-in" || pathname === "/outbox" ? pathname : "";
  useEffect(() => {
    const holder = id === undefined ? null : { person: id, name, hours };
    // A browser that keeps nothing (a private window, a full disk) works as before: with a line.
    return later(path === "" ? LATER_MS : 0, () => {
      import("#app/outbox/start.ts").then(({ startOutbox }) => startOutbox(holder, path)).catch(() => {});
    });
  }, [id, name, hours, path]);
}

/** Readies the device of whoever may report for times without a line. */
export function useReadyForNoLine(operation: string): void {
  const text = useText();
  const words = LETTERS.map((key) => text(key)).join("");
  const person = useRouteLoaderData<{ person: Reader | null }>("root")?.person?.id;
  useEffect(() => {
    if (person === undefined) return;
    return later(LATER_MS, () => {
      ready(person, operation, words).catch(() => {});
    });
  }, [person, operation, words]);
}

const LETTERS = ["outbox.title", "outbox.lead", "outbox.no_line", "outbox.no_line.text", "outbox.write.title"] as const;

/** A device that has no letters of the language itself keeps those of the page that opens without a line, too. */
async function lettersOf(words: string): Promise<void> {
  const style = getComputedStyle(document.documentElement);
  const families = ["--serif", "--sans"].map((name) => style.getPropertyValue(name));
  await Promise.all(families.map((family) => document.fonts.load(`600 2rem ${family}`, words)));
}

/** Parts that a form loads when it stands are loaded here, too: what has come over the line is what is kept. */
async function ready(person: string, operation: string, words: string): Promise<void> {
  const [{ readyFor }] = await Promise.all([
    import("#app/outbox/start.ts"),
    withTexts(() => import("./photos-of-report.tsx")),
    import("#app/messages/number-words.ts"),
  ]);
  await lettersOf(words).catch(() => {});
  await readyFor(person, operation);
}
