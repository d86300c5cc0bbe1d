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
  const pdf = compiler.pdf({ mainFileContent: source, inputs: { paper } }, { pdfStandard: "ua-1" });
  parentPort?.postMessage({ pdf });
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
