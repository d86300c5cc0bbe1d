import { afterAll, beforeAll, expect, test } from "vitest";
import type { ListPart } from "#app/domain/reference-list.ts";
import { loader } from "#app/routes/reference.tsx";
import { readChecklist } from "#seeds/checklist/entries.ts";
import { loadChecklist } from "#seeds/checklist/load.server.ts";
import { anInstallation, type Installation } from "#tests/support/installation.ts";
import { visit } from "#tests/support/visit.ts";

let here: Installation;
beforeAll(async () => {
  here = await anInstallation();
});
afterAll(() => here.close());

async function parts(): Promise<ListPart[]> {
  const { house, token } = here.administrator;
  const said = await visit(loader, "/reference", { house, token });
  expect(said.status).toBe(200);
  return said.data.parts as ListPart[];
}

test("every list stands there with its sources, and every row is counted once", async () => {
  const all = await parts();
  const lists = [...new Set(all.map(({ list }) => list))];
  expect(lists.slice(0, 3)).toEqual(["countries", "places", "codes"]);
  for (const list of lists.filter((one) => one !== "taxon_names" && one !== "within")) {
    const [row] = await here.owner<{ n: number }[]>`select count(*)::int as n from ${here.owner(list)}`;
    expect(all.filter((part) => part.list === list).reduce((sum, { rows }) => sum + rows, 0)).toBe(row?.n);
  }
  for (const { title, licence } of all) expect([title, licence]).not.toContain("");
});

test("land crossings, taxa and listings say how many of them are to be confirmed", async () => {
  const all = await parts();
  const of = (list: string, part: string) => all.filter((one) => one.list === list && one.part === part);
  expect(of("places", "crossing")[0]?.rows).toBeGreaterThanOrEqual(120);
  const taxa = of("taxa", "");
  expect(taxa.reduce((sum, { rows }) => sum + rows, 0)).toBeGreaterThanOrEqual(300);
  expect(taxa.map(({ source, toBeConfirmed }) => [source, toBeConfirmed === 0])).toEqual(
    expect.arrayContaining([
      ["checklist-2017", true],
      ["taxa-from-memory", false],
    ]),
  );
});

test("a checklist that was loaded is a source with its own version", async () => {
  const text = "FullName,RankName,CurrentListing\nPavo muticus,SPECIES,II\n";
  await loadChecklist(here.ownerUrl, readChecklist(text).entries, "2024-01-15");
  const own = (await parts()).filter(({ source }) => source === "checklist:2024-01-15");
  expect(own).toMatchObject([{ list: "taxon_listings", part: "II", rows: 1, version: "2024-01-15" }]);
});

test("a source of single values within other lists is named too", async () => {
  const within = (await parts()).filter(({ list }) => list === "within").map(({ source }) => source);
  expect(within).toEqual(expect.arrayContaining(["cldr-cities", "local-names", "iana-tz"]));
});

test("nobody but the administrator sees it", async () => {
  const someone = await here.person(await here.office("VN"), { mayOpen: true });
  expect((await visit(loader, "/reference", { house: here.house, token: someone.token })).status).toBe(403);
});
