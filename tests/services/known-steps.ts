import { v7 as uuid } from "uuid";
import type { Id } from "#app/domain/id.ts";
import { verifySeizure } from "#app/services/checks.server.ts";
import { clearReport } from "#app/services/clearance.server.ts";
import { agreeToMerge, closeDuplicate, proposeJoint, proposeMerge } from "#app/services/duplicates.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { amendSeizure, holdSeizure, unholdSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { read } from "#app/services/write.server.ts";
import { findCase } from "#db/queries/seizures.server.ts";
import { aPlace, aRouteNode, aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";
import { lao, ocu, thai, viet, world } from "./joint-world.ts";

type Row = { id: Id; version: number; reporter: string; state: string; shared: boolean; linked: boolean };
type Act = (pick: <T>(among: readonly T[]) => T | undefined) => Promise<unknown>;

const DAYS = ["2021-05-17", "2021-05-18", "2021-07-02"];
const MODES = ["sea_container", "air_cargo", "road_truck"];
const GOODS = [
  aSeizureItem(),
  aSeizureItem({ quantity: "3", qualifier: "approx" }),
  aSeizureItem({ commodity: "D1.meth_crystal", quantity: "0.25" }),
];

const ownerOf = ({ reporter }: Row): Acting => ({ TH: thai, LA: lao })[reporter] ?? viet;

async function rows(where: (row: Row) => boolean): Promise<Row[]> {
  const all = await world.owner<Row[]>`
    select f.id, f.version, f.reporter, f.state, f.shared, exists (select from duplicates d
      where d.state in ('merged', 'joined') and f.id in (d.kept, d.dropped)) as linked
    from seizure_facts f where f.operation_id = ${world.operationId} and f.ended_by is null
      and f.agency_id <> ${agencyOf(world, "VN-POL").id} order by f.released_at, f.id`;
  return all.filter(where);
}

const stands = ({ state }: Row) => state === "submitted" || state === "verified";
const isSeen = (row: Row) => row.shared && stands(row);

const report =
  (held: boolean): Act =>
  async (pick) => {
    const items = [pick(GOODS) ?? aSeizureItem()];
    const origin = aRouteNode({
      place: aPlace({ country: pick(["NG", "KE"]) ?? "NG", placeId: null, precision: "country" }),
    });
    const input = {
      ...aSeizureInput({ items, occurredOn: pick(DAYS) ?? "2021-05-17", mode: pick(MODES) ?? "air_cargo" }),
      held,
    };
    await submitReport(
      pick([thai, lao, viet]) ?? viet,
      aCommand({ ...input, route: [origin, ...input.route.slice(1)] }),
    );
  };

/** Of an agency in which somebody else approves; nothing else happens to its reports. */
const clear: Act = async () => {
  const agency = agencyOf(world, "VN-POL");
  const [officer, contact] = [
    await world.join({ role: "reporter", agency }),
    await world.join({ role: "ncp", agency }),
  ];
  const input = aSeizureInput();
  await submitReport(officer, aCommand(input));
  await clearReport(contact, aCommand({ seizure: input.id, baseVersion: 1, note: "" }));
};

const correct: Act = async (pick) => {
  const row = pick(await rows((one) => stands(one)));
  if (!row) return;
  const owner = ownerOf(row);
  const kase = await read(owner, (tx) => findCase(tx, world.operationId, row.id));
  if (!kase) return;
  const seizure = { ...kase.input, mode: pick(MODES) ?? "air_cargo", items: [pick(GOODS) ?? aSeizureItem()] };
  const base = { facts: row.version, case: kase.version, nominal: 0 };
  await amendSeizure(owner, aCommand({ seizure, base, kind: "own_error", reason: "Looked again" }));
};

const check: Act = async (pick) => {
  const row = pick(await rows((one) => one.state === "submitted" && one.shared));
  if (row) await verifySeizure(ocu, aCommand({ seizure: row.id, base: row.version }));
};

const own =
  (change: typeof holdSeizure, may: (row: Row) => boolean): Act =>
  async (pick) => {
    const row = pick(await rows(may));
    if (row) await change(ownerOf(row), aCommand({ seizure: row.id, base: row.version, reason: "Prosecutor" }));
  };

const link =
  (propose: typeof proposeJoint): Act =>
  async (pick) => {
    const free = (row: Row) => isSeen(row) && !row.linked;
    const kept = pick(await rows(free));
    const dropped = pick(await rows((row) => free(row) && row.id !== kept?.id && row.reporter !== kept?.reporter));
    if (!kept || !dropped) return;
    const duplicate = uuid();
    await propose(ocu, aCommand({ id: duplicate, kept: kept.id, dropped: dropped.id, note: "One" }));
    for (const row of [kept, dropped]) await agreeToMerge(ownerOf(row), aCommand({ duplicate }));
  };

const undo: Act = async (pick) => {
  const links = await world.owner<{ id: Id }[]>`
    select d.id from duplicates d where d.operation_id = ${world.operationId} and d.state in ('merged', 'joined') and not exists (
      select from seizure_facts f where f.id in (d.kept, d.dropped) and f.ended_by is null and not f.shared) order by d.id`;
  const found = pick(links);
  if (found) await closeDuplicate(ocu, aCommand({ duplicate: found.id, note: "Two after all" }));
};

const STEPS = {
  report: report(false),
  reportHeldBack: report(true),
  clear,
  correct,
  check,
  hold: own(holdSeizure, isSeen),
  letGo: own(unholdSeizure, (row) => !row.shared && stands(row)),
  withdraw: own(withdrawSeizure, stands),
  join: link(proposeJoint),
  merge: link(proposeMerge),
  undo,
} satisfies Record<string, Act>;

export type Step = { act: keyof typeof STEPS; pick: number };

/** Reports stand there several times: without them nothing happens to anything. */
export const ACTS: readonly Step["act"][] = [
  ...([
    "report",
    "report",
    "report",
    "report",
    "correct",
    "correct",
    "hold",
    "letGo",
    "letGo",
    "join",
    "join",
  ] as const),
  ...(["reportHeldBack", "clear", "check", "withdraw", "merge", "undo"] as const),
];

/** One thing that may happen in an operation; what it happens to is picked among those that it may happen to. */
export async function takeStep({ act, pick }: Step): Promise<void> {
  let left = pick;
  await STEPS[act]((among) => {
    const at = left % Math.max(1, among.length);
    left = Math.floor(left / 3) + 1;
    return among[at];
  });
}
