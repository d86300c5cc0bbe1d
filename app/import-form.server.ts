import { data } from "@remix-run/node";
import { z } from "zod";
import { Id } from "./domain/id.ts";
import { TARGETS } from "./domain/import/columns.ts";
import { Problem } from "./domain/problem.ts";
import { Text } from "./domain/text.ts";
import { commandOf, parsed, textOf, wholeOf } from "./form.server.ts";
import { givenAtForFile } from "./given-at.server.ts";
import type { Acting } from "./services/house.server.ts";
import { agreeToRow, mendRow } from "./services/import-mending.server.ts";
import { answerImport, cancelImport, mapColumns, startImport } from "./services/imports.server.ts";

type Sent = { acting: Acting; importId: string | undefined; form: FormData; intent: string };

/** One word about a file that was read, by the name of its form. */
export async function changeImportByForm({ acting, importId: address, form, intent }: Sent) {
  const importId = idIn(address);
  switch (intent) {
    case "map":
      await mapColumns(acting, commandOf(form, { importId, columns: columnsIn(form) }));
      break;
    case "answer":
      await answerImport(acting, commandOf(form, { importId, answers: answersIn(form) }));
      break;
    case "start":
      await startImport(acting, commandOf(form, { importId, ...(await startIn(acting, form)) }));
      break;
    case "cancel":
      await cancelImport(acting, commandOf(form, { importId }));
      break;
    case "mend":
      await mendRow(acting, commandOf(form, { importId, ...rowIn(form), cells: cellsIn(form) }));
      break;
    case "agree":
      await agreeToRow(acting, commandOf(form, { importId, ...rowIn(form), field: fieldIn(form) }));
      break;
    default:
      throw new Problem("invalid", "form.invalid");
  }
  return data({ done: intent });
}

function idIn(address: string | undefined): Id {
  const id = Id.safeParse(address);
  if (!id.success) throw new Problem("not-found", "import.unknown");
  return id.data;
}

const Columns = z.array(z.enum(["", ...TARGETS], "form.invalid")).max(500);

/** What each column holds; two that hold the same are named both. */
function columnsIn(form: FormData) {
  const count = wholeOf(form, "columns");
  const words = Array.from({ length: Math.min(Number.isNaN(count) ? 0 : count, 500) }, (_, at) =>
    textOf(form, `column.${at}`),
  );
  const columns = parsed(Columns, words);
  const twice = columns.flatMap((one, at) =>
    one !== "" && columns.indexOf(one) !== columns.lastIndexOf(one) ? [at] : [],
  );
  if (twice.length > 0) {
    const fields = Object.fromEntries(twice.map((at) => [`column.${at}`, ["import.columns.twice"]]));
    throw new Problem("invalid", "form.invalid", {}, { fields });
  }
  return columns.map((one) => (one === "" ? null : one));
}

const Answers = z.object({
  handling: z.enum(["", "H0", "H1", "H2", "H3"], "code.unknown"),
  order: z.enum(["", "day_first", "month_first"], "form.invalid"),
  mark: z.enum(["", ".", ","], "form.invalid"),
  outside: z.enum(["", "yes"], "form.invalid"),
  abroad: z.enum(["", "yes"], "form.invalid"),
});

function answersIn(form: FormData) {
  const said = (name: string) => textOf(form, name);
  const { handling, order, mark, outside, abroad } = parsed(Answers, {
    ...{ handling: said("handling"), order: said("order"), mark: said("mark") },
    ...{ outside: said("outside"), abroad: said("abroad") },
  });
  return {
    ...(handling && { handling }),
    ...(order && { order }),
    ...(mark && { mark }),
    ...(outside && { outside: "right" as const }),
    ...(abroad && { abroad: "right" as const }),
  };
}

const Start = z.object({ mode: z.enum(["good", "all"], "form.invalid"), drafts: z.boolean(), corrects: z.boolean() });
const Given = z.object({ givenAt: Text(40) });

async function startIn(acting: Acting, form: FormData) {
  const yes = (name: string) => textOf(form, name) === "yes";
  const start = parsed(Start, { mode: textOf(form, "mode"), drafts: yes("drafts"), corrects: yes("corrects") });
  const { givenAt: typed } = parsed(Given, { givenAt: textOf(form, "givenAt") });
  const givenAt = await givenAtForFile(acting, typed);
  return givenAt === undefined ? start : { ...start, givenAt };
}

const Row = z.object({ row: z.number("form.invalid").int().min(0), everywhere: z.boolean() });

function rowIn(form: FormData) {
  return parsed(Row, { row: wholeOf(form, "row"), everywhere: textOf(form, "everywhere") === "yes" });
}

const Cells = z.record(z.string().regex(/^\d{1,3}$/, "form.invalid"), Text(32_767));

function cellsIn(form: FormData): Record<string, string> {
  const named = [...form.keys()].filter((name) => name.startsWith("cell."));
  return parsed(Cells, Object.fromEntries(named.map((name) => [name.slice("cell.".length), textOf(form, name)])));
}

function fieldIn(form: FormData): string {
  return parsed(z.string().min(1, "form.invalid").max(80, "form.invalid"), textOf(form, "field"));
}
