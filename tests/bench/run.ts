import { benchDuplicates } from "./duplicates/bench.ts";
import { benchEmerging } from "./emerging/bench.ts";
import { benchFigures } from "./figures/bench.ts";
import { benchImport } from "./import/bench.ts";
import { benchImportMemory } from "./import/memory.ts";
import { benchLive } from "./live/bench.ts";
import { benchMap } from "./map/bench.ts";
import { benchReport } from "./report/bench.ts";
import { benchWall } from "./wall/bench.ts";

/** `npm run bench -- <name> [options]`: what the product promises, measured beside a bare program. */
const BENCHES: Record<string, (args: string[]) => Promise<void>> = {
  live: benchLive,
  map: benchMap,
  import: benchImport,
  "import-memory": benchImportMemory,
  duplicates: benchDuplicates,
  emerging: benchEmerging,
  figures: benchFigures,
  report: benchReport,
  wall: benchWall,
};

const [name = "", ...args] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) await bench(args);
else {
  process.stderr.write(`Which one? ${Object.keys(BENCHES).join(", ")}\n`);
  process.exitCode = 1;
}
