import type { Id } from "#app/domain/id.ts";
import { type Erasing, eraseSeizure } from "#app/services/erasing.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

export let world: World;
export let contact: Acting;
export let officer: Acting;
export let thai: Acting;
export let thaiContact: Acting;
export let ocu: Acting;
export let observer: Acting;

/** Calls of a test file before its tests, once. */
export async function openWorld(): Promise<void> {
  world = await aWorld({ steps: { "VN-CUS": 0, "TH-CUS": 0, "VN-POL": 1 } });
  contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  officer = await world.join({ role: "reporter", agency: agencyOf(world, "VN-CUS") });
  thai = await world.join({ role: "analyst", agency: agencyOf(world, "TH-CUS") });
  thaiContact = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
  ocu = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
  observer = await world.join({ role: "observer", agency: agencyOf(world, "LA-CUS") });
}

let records = 0;
/** A case with a number of its own, whose texts are found nowhere else. */
export function aCase(over: Parameters<typeof aSeizureInput>[0] = {}) {
  records += 1;
  return aSeizureInput({ nationalCaseNo: `ERASE-${records}-QX`, narrative: `A lorry, told ${records} times`, ...over });
}

/** One that its owner released. */
export async function released(over: Parameters<typeof aSeizureInput>[0] = {}) {
  const input = aCase(over);
  await submitReport(contact, aCommand(input));
  return input;
}

export const ORDER = { reference: "Court 12/2026", approver: "Judge Hoa" };
export const asked = (seizure: Id, over: Partial<Erasing> = {}) =>
  aCommand({ seizure, base: 1, reason: "Order of a court", order: ORDER, ...over });
export const erase = (
  who: Acting,
  { id, nationalCaseNo }: { id: Id; nationalCaseNo: string },
  over: Partial<Erasing> = {},
) => eraseSeizure(who, asked(id, over), nationalCaseNo);

/** Every row of every table in words, each after the name of its table. */
export async function everyWord(): Promise<string> {
  const tables = await world.owner<{ name: string }[]>`
    select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by 1`;
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await world.owner.unsafe<{ row: string }[]>(`select t::text as row from "${name}" t`);
    parts.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return parts.join("\n");
}
/** The tables in which a text stands. */
/** Tables in whose rows a word stands, by the words of all. */
export const tablesWith = (words: string, wanted: string) => [
  ...new Set(
    words
      .split("\n")
      .filter((line) => line.toLowerCase().includes(wanted.toLowerCase()))
      .map((line) => line.split(" ")[0] ?? ""),
  ),
];
