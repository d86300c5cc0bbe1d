import { sql } from "drizzle-orm";
import { NO_FILTER } from "../../app/domain/fact-filter.ts";
import { addFigures } from "../../app/domain/figures/add-figures.ts";
import type { Rolled } from "../../app/domain/figures/figures-of-cells.ts";
import type { EvaluatedFigures } from "../../app/domain/figures/result.ts";
import type { Tx } from "../client.server.ts";
import { type Asked, type FigureName, inTheirOrder, someFiguresInSql } from "./figures.server.ts";
import { areInCells, figuresInCells } from "./rolled-figures.server.ts";

/**
 * The named figures of what everybody may count now, the same as `someFiguresInSql`: from cells as far as they hold them,
 * with the joint cases, which no cell holds, counted beside them.
 */
export async function currentFigures<Name extends FigureName>(
  tx: Tx,
  asked: Asked,
  names: readonly Name[],
): Promise<Pick<EvaluatedFigures, Name>> {
  const filter = asked.filter ?? NO_FILTER;
  const kept = names.filter((name): name is Name & Rolled => areInCells(filter, name));
  const others = names.filter((name) => name !== "joint" && !areInCells(filter, name));
  const cells = await figuresInCells(tx, { ...asked, filter }, kept);
  if (!cells) return someFiguresInSql(tx, asked, names);
  const { figures, hasJoint } = cells;
  const together = hasJoint
    ? await someFiguresInSql(tx, { ...asked, among: sql`f.joint is not null` }, ["joint", ...kept])
    : null;
  const rolled = together ? addFigures(figures, together, kept) : figures;
  const counted = others.length > 0 ? await someFiguresInSql(tx, asked, others) : {};
  const joint = together?.joint ?? { cases: 0, messages: 0 };
  const all = { joint, ...counted, ...rolled } as Pick<EvaluatedFigures, Name>;
  const asNamed = Object.fromEntries(names.map((name) => [name, all[name]])) as Pick<EvaluatedFigures, Name>;
  return inTheirOrder(asNamed, names);
}
