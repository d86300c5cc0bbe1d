import type { BrowserContext, Page } from "@playwright/test";

export type Weighed = { path: string; kind: string; bytes: number };

/**
 * What a page asks for, as it came over the line: head and compressed body of every answer, whatever it is. What stands
 * in the address of an answer's own page (data:) weighs nothing here: it was counted with that page.
 */
export async function weigh(context: BrowserContext, page: Page): Promise<Weighed[]> {
  const heard: Weighed[] = [];
  const begun = new Map<string, Omit<Weighed, "bytes">>();
  const browser = await context.newCDPSession(page);
  await browser.send("Network.enable");
  browser.on("Network.responseReceived", ({ requestId, response, type }) => {
    begun.set(requestId, { path: new URL(response.url).pathname, kind: type });
  });
  browser.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const answer = begun.get(requestId);
    if (answer && encodedDataLength > 0) heard.push({ ...answer, bytes: encodedDataLength });
  });
  return heard;
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
