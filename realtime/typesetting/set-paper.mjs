import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

// In a thread of its own: setting a long report takes seconds, in which nobody else may wait. It sees an empty folder.
const { source, paper, fonts } = workerData;
const workspace = mkdtempSync(join(tmpdir(), "naga-paper-"));
try {
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fonts }] });
  parentPort?.postMessage({ pdf: set(compiler, paper) });
} finally {
  rmSync(workspace, { recursive: true, force: true });
}

// A letter that no font has would be an empty box: it is named by its number instead, and every other word stands.
function set(compiler, said, tries = 20) {
  try {
    return compiler.pdf({ mainFileContent: source, inputs: { paper: said } }, { pdfStandard: "ua-1" });
  } catch (thrown) {
    const missing = [...String(thrown).matchAll(/the text `\\"(.+?)\\"` could not be displayed/gu)].flatMap(
      ([, text]) => [...text],
    );
    if (missing.length === 0 || tries === 0) throw thrown;
    return set(compiler, named(said, new Set(missing)), tries - 1);
  }
}

function named(said, missing) {
  return [...said].map((letter) => (missing.has(letter) ? numberOf(letter) : letter)).join("");
}

function numberOf(letter) {
  return `[U+${letter.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}]`;
}
