import { openDatabase } from "#db/client.server.ts";
import type { Throng } from "../../support/throng.ts";
import { aReport, bodyOf, poster, startProduct } from "../live/product.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
const ROUNDS = 5;
const TRIGGERS = ["note_figure_changes_added", "note_figure_changes_changed"];

type Cluster = { superUrl: string; appUrl: string; ownerUrl: string };

/**
 * What keeping cells costs a report, in per cent of a report without: the same reports posted to the product with changes
 * noted and folded meanwhile, and with that switched off, turn by turn.
 */
export async function writeCost(cluster: Cluster, throng: Throng, reports: number): Promise<number> {
  const owner = openDatabase(cluster.superUrl, { max: 1 });
  const product = await startProduct(cluster);
  const posts = poster(throng, product.port);
  const each = async () => {
    const began = performance.now();
    for (let at = 0; at < reports; at++) await posts.post(bodyOf(aReport()));
    return (performance.now() - began) / reports;
  };
  const turned = async (how: "enable" | "disable") => {
    for (const name of TRIGGERS) await owner.sql.unsafe(`alter table seizure_facts ${how} trigger ${name}`);
    return each();
  };
  try {
    await each();
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const without = await turned("disable");
      const kept = await turned("enable");
      ratios.push(kept / without - 1);
      say(`a report ${kept.toFixed(2)} ms with cells, ${without.toFixed(2)} ms without`);
    }
    return (ratios.sort((left, right) => left - right)[Math.floor(ROUNDS / 2)] ?? 0) * 100;
  } finally {
    posts.close();
    await product.close();
    await owner.end();
  }
}
