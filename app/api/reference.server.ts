import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Tx } from "#db/client.server.ts";
import { listCodes, listCommodities, listCountries, measuresOn } from "#db/queries/reference.server.ts";
import { API_LISTS, type ApiList, ListAnswer, ListsAnswer } from "../domain/api/reference.ts";
import { localDateIn } from "../domain/local-date.ts";
import { Problem } from "../domain/problem.ts";
import { textFor } from "../messages/all.server.ts";
import { read } from "../services/write.server.ts";
import { asking, NOTHING } from "./call.server.ts";

export const listReferenceLists = asking({
  id: "listReferenceLists",
  path: "/reference",
  scope: "any",
  summary: "Lists of codes, each with its version",
  about: "Fetch a list again when its version has changed.",
  query: NOTHING,
  answer: ListsAnswer,
  work: async ({ acting }) =>
    read(acting, async (tx, self) => {
      const codes = await listCodes(tx, undefined, localDateIn("UTC", self.now));
      const lists: z.input<typeof ListsAnswer>["lists"] = [];
      for (const list of API_LISTS) {
        const own = codes.filter((row) => row.list === list);
        const items = own.length > 0 ? labelled(list, own) : await itemsOf(tx, list, self.now);
        lists.push({ list, version: versionOf(items), rows: items.length });
      }
      return { lists };
    }),
});

export const getReferenceList = asking({
  id: "getReferenceList",
  path: "/reference/{list}",
  scope: "any",
  summary: "One list: its codes and what they mean",
  refuses: [404],
  query: NOTHING,
  answer: ListAnswer,
  work: async ({ acting, named }) =>
    read(acting, async (tx, self) => {
      const list = API_LISTS.find((one) => one === named("list"));
      if (!list) throw new Problem("not-found", "reference.unknown");
      const items = await itemsOf(tx, list, self.now);
      return { list, version: versionOf(items), items };
    }),
});

type Item = z.input<typeof ListAnswer>["items"][number];

/** What holds today, in the order of the lists. */
async function itemsOf(tx: Tx, list: ApiList, now: Date): Promise<Item[]> {
  const text = textFor("en");
  const today = localDateIn("UTC", now);
  if (list === "countries") {
    return (await listCountries(tx)).map(({ iso2, name }) => ({ code: iso2, name }));
  }
  if (list === "commodities") {
    const rows = await listCommodities(tx);
    return rows.map(({ code, group, units }) => ({ code, name: text.commodity(code), group, units }));
  }
  if (list === "units") {
    const { units } = await measuresOn(tx, today);
    return units.map(({ code, dimension }) => ({ code, name: text.label(`unit.${code}`, { n: 1 }), dimension }));
  }
  return labelled(list, await listCodes(tx, list, today));
}

function labelled(list: ApiList, rows: readonly { code: string }[]): Item[] {
  return rows.map(({ code }) => ({ code, name: textFor("en").code(list, code) }));
}

function versionOf(items: readonly Item[]): string {
  return createHash("sha256").update(JSON.stringify(items)).digest("hex").slice(0, 16);
}
