import { isEventType, type STREAM_KINDS, type StreamKind } from "#app/domain/event.ts";
import type { Id } from "#app/domain/id.ts";
import type { Answer, Frame } from "#realtime/protocol.ts";
import { agencyOf, type World } from "#tests/support/world.ts";
import { CANARY, seatOf } from "./cast.ts";
import type { Done } from "./deeds.ts";
import type { Cell } from "./expectation.ts";
import type { Listener } from "./lines.ts";

export type Stream = { id: Id; kind: StreamKind; agency: Id | null; unit: Id | null; head: number };

/** Streams as the owner of the database knows them: no reader is asked. */
export async function streamsOf(world: World): Promise<Stream[]> {
  const rows = await world.owner<{ id: Id; kind: StreamKind; agency: Id | null; unit: Id | null; head: string }[]>`
    select id, kind, agency_id as agency, unit_id as unit, head from streams where operation_id = ${world.operationId}`;
  return rows.map((row) => ({ ...row, head: Number(row.head) }));
}

type Context = { world: World; streams: readonly Stream[]; done: Done };

/** What the line was told, in the words of the table. */
export function saidOf({ subject, record, ...cell }: Cell, listener: Listener, context: Context): string {
  if (!listener.opened) return "refused";
  if (subject === "connect") return "open";
  if (subject === "follow") return followed(listener.answer, namesFor(cell, context));
  if (subject === "frame facts") return record === "-" ? "no record" : lastOf(listener, context.done.records[record]);
  return heard(listener, subject.slice("frame ".length), context);
}

/** The streams by name: that of the records' unit, others of the own agency, and such as nobody here may follow. */
function namesFor(cell: Pick<Cell, "role" | "relation" | "standing">, { world, streams }: Context): Map<Id, string> {
  const unit = agencyOf(world, "VN-CUS").units[0].id;
  const { agency } = seatOf(world, cell.relation, cell.standing);
  const nameOf = (stream: Stream) => {
    if (stream.kind !== "unit") return stream.kind;
    if (stream.unit === unit) return "unit";
    return stream.agency === agency.id ? "own" : "foreign";
  };
  return new Map(streams.map((stream) => [stream.id, nameOf(stream)]));
}

const ORDER = ["operation", "notices", "desk", "watch", "unit", "own", "foreign"];

function followed(answer: Answer | null, names: Map<Id, string>): string {
  if (!answer?.ok) return answer?.problem ?? "no answer";
  const found = new Set(answer.streams.map(({ id }) => names.get(id) ?? "foreign"));
  return ORDER.filter((name) => found.has(name)).join(" ");
}

/** In which streams an event of this type came; of one on a seizure, the seizure that the table speaks of. */
function heard({ frames }: Listener, type: string, { done }: Context): string {
  const about = isEventType(type) ? done.about[type] : undefined;
  const tells = ({ events }: Frame) =>
    events.some((event) => event.type === type && (about === undefined || event.body?.seizure === about));
  const kinds = new Set(frames.filter(tells).map(({ kind }) => kind));
  const words = [
    "operation",
    "notices",
    "desk",
    "watch",
    "unit",
  ] as const satisfies readonly (typeof STREAM_KINDS)[number][];
  return words.filter((kind) => kinds.has(kind)).join(" ") || "nothing";
}

/** What the line ends with of a record: frames come in order, and the last word counts. */
function lastOf({ frames }: Listener, id: Id): string {
  let last = "nothing";
  for (const { facts, gone } of frames) {
    const fact = facts.find((one) => one.id === id);
    if (fact) last = tiersOf(JSON.stringify(fact));
    if (gone.includes(id)) last = "gone";
  }
  return last;
}

function tiersOf(fact: string): string {
  return `A${fact.includes(CANARY.B) ? "B" : ""}${fact.includes(CANARY.C) ? "C" : ""}`;
}
