import { fork } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { OfficeDoors } from "../../app/domain/operation-report/office.ts";
import { fontFolders } from "../typesetting/fonts.ts";
import type { Order } from "./order.ts";

/** A file that takes longer is no file. */
const LONGEST_MS = 120_000;

const Answer = z.object({ file: z.instanceof(Uint8Array) });
const PROGRAM = fileURLToPath(new URL("./make-file.mjs", import.meta.url));

/** Makes files for offices one after the other, each in a process of its own. `templates`: the host's own, if there are. */
export function officeMaker({ templates }: { templates: string | null }): OfficeDoors {
  let before: Promise<unknown> = Promise.resolve();
  const made = (order: Order) => {
    const file = before.then(() => inProcess(order));
    before = file.catch(() => {});
    return file;
  };
  return {
    docx: (paper) => made({ kind: "docx", paper }),
    pptx: (deck, code) => made({ kind: "pptx", deck, template: templates && templateIn(templates, code) }),
  };
}

/** The host's template for one operation, else that for all; as with boundaries, a folder of its code goes first. */
function templateIn(folder: string, code: string): string | null {
  const places = [join(folder, code, "report.pptx"), join(folder, "report.pptx")];
  return places.find((path) => existsSync(path)) ?? null;
}

async function inProcess(order: Order): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "naga-office-"));
  try {
    return await answerTo(order, fontsFile(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The process knows no secret: nothing of our environment is handed on but which fonts there are. */
function answerTo(order: Order, fonts: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const making = fork(PROGRAM, {
      execArgv: [],
      env: { NODE_ENV: "production", FONTCONFIG_FILE: fonts },
      serialization: "advanced",
      timeout: LONGEST_MS,
    });
    making.once("message", (said: unknown) => {
      const answer = Answer.safeParse(said);
      if (answer.success) resolve(answer.data.file);
      else reject(new Error("the maker gave no file"));
    });
    making.once("error", reject);
    // After a message this has no effect any more.
    making.once("exit", (code) => reject(new Error(`the maker of files ended with ${code} and no file`)));
    making.send(order);
  });
}

/** What fontconfig reads: our folders, and nothing of the machine's own. */
function fontsFile(folder: string): string {
  const file = join(folder, "fonts.conf");
  const folders = fontFolders().map((path) => `<dir>${path}</dir>`);
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig>${folders.join("")}<cachedir>${folder}</cachedir></fontconfig>`,
  );
  return file;
}
