import postgres from "postgres";
import type { LocalDate } from "#app/domain/local-date.ts";
import { searchKey } from "#app/domain/search-key.ts";
import { groupBy } from "../group-by.ts";
import { endWhereOthersBegin, OWN_FROM } from "../listing-spans.server.ts";
import { REFERENCE_LOCK } from "../reference.server.ts";
import { taxonSearch } from "../reference-rows.ts";
import type { Entry } from "./entries.ts";
import { broughtBy, type Held } from "./new-listings.ts";

/** What loading a version did; taxa that are listed here and not in the file are left as they are. */
export type Loaded = { newTaxa: number; changed: number; confirmed: number; same: number; notInFile: number };

type Known = { id: string; name: string; others: readonly string[] };
type Listing = { taxon_id: string; no: number; appendix: string; valid_from: string; valid_to: string | null };

/**
 * Loads a checklist as the version of a day. Records keep the appendix and the source they were judged by, and the
 * listings of days before are found as they were. The same version twice changes nothing.
 */
export async function loadChecklist(ownerUrl: string, entries: readonly Entry[], on: LocalDate): Promise<Loaded> {
  const sql = postgres(ownerUrl, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    return await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${REFERENCE_LOCK})`;
      const source = await sourceOf(tx, on);
      const known = await knownTaxa(tx);
      const idOf = idsFor(entries, known);
      const ids = new Set(known.map(({ id }) => id));
      const fresh = entries.filter((entry) => !ids.has(idOf.get(entry) ?? ""));
      await insertTaxa(tx, fresh, idOf, source);
      const { listings, ...counts } = compared(entries, idOf, await heldListings(tx, on), on);
      await insertListings(tx, listings, source);
      await endWhereOthersBegin(tx);
      const notInFile = await countNotIn(tx, [...idOf.values()], on);
      return { newTaxa: fresh.length, ...counts, notInFile };
    });
  } finally {
    await sql.end();
  }
}

async function sourceOf(tx: postgres.TransactionSql, on: LocalDate): Promise<string> {
  const row = {
    id: `checklist:${on}`,
    title: "Checklist of CITES Species, obtained by this installation",
    version: on,
    licence: "terms of the Checklist of CITES Species (UNEP-WCMC)",
    note: "Not part of Naga; loaded by its administrator as the status of that day.",
    valid_from: on,
  };
  await tx`insert into sources ${tx(row)} on conflict (id) do nothing`;
  return row.id;
}

async function knownTaxa(tx: postgres.TransactionSql): Promise<Known[]> {
  const rows = await tx<Known[]>`
    select id, regexp_replace(scientific_name, ' spp\\.$', '') as name,
      array(select jsonb_array_elements_text(coalesce(common_names -> 'la', '[]'))) as others
    from taxa`;
  return [...rows];
}

/** By the name that it has here, or by an earlier one where the file does not have it by the later name too. */
function idsFor(entries: readonly Entry[], known: readonly Known[]): Map<Entry, string> {
  const byName = new Map(known.map(({ id, name }) => [name, id]));
  const inFile = new Set(entries.map(({ name }) => name));
  const byOther = new Map<string, string>();
  for (const { id, name, others } of known)
    for (const other of others) if (!inFile.has(name) && !byOther.has(other)) byOther.set(other, id);
  const taken = new Set(known.map(({ id }) => id));
  const ids = new Map<Entry, string>();
  for (const entry of entries) {
    const old = byName.get(entry.name) ?? byOther.get(entry.name);
    const once = old && byName.get(entry.name) === undefined && [...ids.values()].includes(old) ? undefined : old;
    ids.set(entry, once ?? newId(entry.name, taken));
  }
  return ids;
}

const LONGEST = 40;

function newId(name: string, taken: Set<string>): string {
  const slug = searchKey(name).replaceAll(" ", "-").slice(0, LONGEST);
  let id = slug;
  for (let n = 2; taken.has(id); n += 1) id = `${slug.slice(0, LONGEST - 4)}-${n}`;
  taken.add(id);
  return id;
}

async function insertTaxa(
  tx: postgres.TransactionSql,
  entries: readonly Entry[],
  idOf: ReadonlyMap<Entry, string>,
  source_id: string,
) {
  const idByName = new Map([...idOf].map(([{ name }, id]) => [name, id]));
  const rows = entries.map((entry) => ({
    id: idOf.get(entry) ?? "",
    scientific_name: entry.rank === "genus" ? `${entry.name} spp.` : entry.name,
    common_names: entry.names,
    rank: entry.rank,
    commodity: entry.commodity,
    parent: [entry.genus, entry.family].flatMap((name) => (name !== entry.name && idByName.get(name)) || [])[0] ?? null,
    search: taxonSearch(entry.name, entry.names),
    mark: "sourced",
    source_id,
  }));
  await tx`insert into taxa (id, scientific_name, common_names, rank, commodity, parent, search, mark, source_id)
    select id, scientific_name, common_names, rank, commodity, parent, search, mark, source_id
    from jsonb_populate_recordset(null::taxa, ${JSON.stringify(rows)}::text::jsonb)`;
}

async function heldListings(tx: postgres.TransactionSql, on: LocalDate) {
  return tx<(Held & { taxonId: string })[]>`
    select l.taxon_id as "taxonId", l.no, l.appendix, l.populations, l.mark,
      l.valid_from::text as "validFrom", l.valid_to::text as "validTo",
      coalesce(s.valid_from, '-infinity') <= ${on}::date and coalesce(s.valid_to, 'infinity') >= ${on}::date
        as "sourceSpeaks"
    from taxon_listings l join sources s on s.id = l.source_id order by l.taxon_id, l.no`;
}

function compared(
  entries: readonly Entry[],
  idOf: ReadonlyMap<Entry, string>,
  held: readonly (Held & { taxonId: string })[],
  on: LocalDate,
) {
  const heldOf = groupBy(held, ({ taxonId }) => taxonId);
  const counts = { changed: 0, confirmed: 0, same: 0 };
  const listings: Listing[] = [];
  for (const entry of entries) {
    const taxon_id = idOf.get(entry) ?? "";
    const own = heldOf.get(taxon_id) ?? [];
    const brought = broughtBy(entry, own, on);
    counts[brought.what] += 1;
    if (brought.what === "same") continue;
    const no = Math.max(OWN_FROM - 1, ...own.map((one) => one.no)) + 1;
    listings.push({ taxon_id, no, appendix: entry.appendix, valid_from: on, valid_to: brought.validTo });
  }
  return { listings, ...counts };
}

async function insertListings(tx: postgres.TransactionSql, listings: readonly Listing[], source: string) {
  await tx`insert into taxon_listings (taxon_id, no, appendix, populations, mark, source_id, valid_from, valid_to)
    select taxon_id, no, appendix, '{}', 'sourced', ${source}, valid_from, valid_to
    from jsonb_populate_recordset(null::taxon_listings, ${JSON.stringify(listings)}::text::jsonb)`;
}

async function countNotIn(tx: postgres.TransactionSql, ids: readonly string[], on: LocalDate): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(distinct taxon_id)::int as n from taxon_listings
    where appendix <> 'none' and not taxon_id = any(${[...ids]})
      and coalesce(valid_from, '-infinity') <= ${on}::date and coalesce(valid_to, 'infinity') >= ${on}::date`;
  return row?.n ?? 0;
}
