import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import type { Typeset } from "../../app/domain/operation-report/paper.ts";
import { fontFolders } from "./fonts.ts";

/** A paper that takes longer is no paper. */
const LONGEST_MS = 120_000;

const Answer = z.object({ pdf: z.instanceof(Uint8Array) });

/** Sets papers one after the other, each in a thread of its own: two at once would need twice the memory. */
export function typesetter(): Typeset {
  const source = readFileSync(new URL("./report.typ", import.meta.url), "utf8");
  let before: Promise<unknown> = Promise.resolve();
  return (paper) => {
    const set = before.then(() => inThread({ source, paper: JSON.stringify(paper), fonts: fontFolders() }));
    before = set.catch(() => {});
    return set;
  };
}

function inThread(workerData: { source: string; paper: string; fonts: string[] }): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./set-paper.mjs", import.meta.url), { workerData, execArgv: [] });
    const late = setTimeout(() => void worker.terminate(), LONGEST_MS);
    worker.once("message", (said: unknown) => {
      const answer = Answer.safeParse(said);
      if (answer.success) resolve(answer.data.pdf);
      else reject(new Error("the typesetter gave no paper"));
    });
    worker.once("error", reject);
    worker.once("exit", (code) => {
      clearTimeout(late);
      // After a message this has no effect any more.
      reject(new Error(`the typesetter ended with ${code} and no paper`));
    });
  });
}
