import type { FigureLine } from "#app/domain/operation-report/lines.ts";
import type { ReportKind } from "#app/domain/operation-report/report.ts";
import { isKept, keptIn, touchesCountry } from "#app/domain/operation-report/sheets.ts";
import { withMarks } from "#app/domain/operation-report/suppression.ts";
import type { Tx } from "#db/client.server.ts";
import { type Again, type CountedLine, countAgain } from "#db/verify/count-again.server.ts";

type Said = Omit<Again, "reporter" | "group"> & { kind: ReportKind; subject: string | null; suppressUnder: number };

/** What a report of this kind should say by the second counting: its own lines, with marks for what is not said. */
export async function saidAgain(tx: Tx, { kind, subject, suppressUnder, ...asked }: Said): Promise<FigureLine[]> {
  const ofCountry = kind === "country_sheet";
  const about = { reporter: ofCountry ? subject : null, group: kind === "commodity_sheet" ? subject : null };
  const passing = ofCountry && subject !== null ? await legsOf(tx, asked, subject) : [];
  const lines = [...(await countAgain(tx, { ...asked, ...about })), ...passing];
  return withMarks(
    lines.filter(({ line }) => isKept(line, keptIn(kind))),
    suppressUnder,
  );
}

/** Legs to a country and from it are counted over everybody's cases: a counting of its own, whose tables go with it. */
async function legsOf(tx: Tx, asked: Omit<Again, "reporter" | "group">, country: string): Promise<CountedLine[]> {
  const undone = { is: "undone" };
  let found: CountedLine[] = [];
  await tx
    .transaction(async (within) => {
      found = await countAgain(within, { ...asked, reporter: null, group: null });
      throw undone;
    })
    .catch((thrown: unknown) => {
      if (thrown !== undone) throw thrown;
    });
  return found.flatMap(({ line, value }) => {
    const [figure, corridor = "", name] = line.split("/");
    const touches = figure === "corridors" && touchesCountry(corridor, country);
    return touches ? [{ line: `counts/passing/${corridor}/${name}`, value }] : [];
  });
}
