import type { BrowserContext, Page } from "@playwright/test";

export type Weighed = { path: string; kind: string; bytes: number };

/**
 * What a page asks for, in the order of asking and as it came over the line: head and compressed body of every answer,
 * whatever it is. What has not come weighs nothing yet; what stands in an address itself (data:) was counted with it.
 */
export async function weigh(context: BrowserContext, page: Page): Promise<Weighed[]> {
  const asked: Weighed[] = [];
  const open = new Map<string, Weighed>();
  const browser = await context.newCDPSession(page);
  await browser.send("Network.enable");
  browser.on("Network.requestWillBeSent", ({ requestId, request, type = "Other" }) => {
    const answer = { path: new URL(request.url).pathname, kind: type, bytes: 0 };
    open.set(requestId, answer);
    asked.push(answer);
  });
  browser.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const answer = open.get(requestId);
    if (answer) answer.bytes = encodedDataLength;
  });
  return asked;
}

export function sum(answers: readonly Weighed[]): number {
  return answers.reduce((total, { bytes }) => total + bytes, 0);
}

/** For whoever is told that it is too much: the heaviest, and all of each kind. */
export function account(answers: readonly Weighed[]): string {
  const kinds = [...new Set(answers.map(({ kind }) => kind))].map(
    (kind) => `${kind} ${sum(answers.filter((answer) => answer.kind === kind))}`,
  );
  const heaviest = answers.toSorted((one, other) => other.bytes - one.bytes).slice(0, 12);
  return [kinds.join(", "), ...heaviest.map(({ path, bytes }) => `${bytes} ${path}`)].join("\n");
}
