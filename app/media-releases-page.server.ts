import type { Tx } from "#db/client.server.ts";
import {
  correctionsOf,
  hindrancesOf,
  type InTheWay,
  type MediaPicture,
  type MediaRelease,
  type publicEditions,
  releasesOf,
} from "#db/queries/media.server.ts";
import type { ClockLine, KnownLine, MarkLine, PictureLine, ReleaseLine } from "./components/media/media-types.ts";
import type { Id } from "./domain/id.ts";
import { clockOf } from "./messages/wall-clock.ts";
import { zoneOfCountry } from "./time-zones.server.ts";

type Beside = {
  operationId: Id;
  runs: boolean;
  codes: readonly string[];
  editions: Awaited<ReturnType<typeof publicEditions>>;
  pictures: readonly MediaPicture[];
  lines: ReadonlyMap<Id, PictureLine>;
  marks: readonly MarkLine[];
  known: readonly KnownLine[];
  /** The case that each of these is about. */
  knownOn: ReadonlyMap<Id, Id>;
};

/** Releases with what belongs to them; who has reported nothing is a number in them, whoever reads. */
export async function releaseLines(tx: Tx, beside: Beside): Promise<ReleaseLine[]> {
  const rows = await releasesOf(tx, beside.operationId);
  const corrections = await correctionsOf(tx, beside.operationId);
  const ways = beside.runs ? await hindrancesOf(tx) : [];
  return rows.map((row) => {
    const { id, title, words, state, names, releaseAt, releasedAt, waitsFor, why } = row;
    const edition = beside.editions.find(({ report, number }) => report === row.reportId && number === row.edition);
    return {
      ...{ id, title, words, state, names, why, waitsFor, releaseAt: releaseAt.toISOString() },
      releasedAt: releasedAt?.toISOString() ?? null,
      report: edition ? { id: edition.report, number: edition.number, title: edition.title } : null,
      silent: edition?.silent ?? null,
      pictures: row.pictures.flatMap((picture) => beside.lines.get(picture) ?? []),
      clocks: clocksAt(releaseAt, beside.codes),
      corrections: corrections
        .filter(({ releaseId }) => releaseId === id)
        .map((said) => ({ id: said.id, kind: said.kind, words: said.words, at: said.at.toISOString() })),
      way: wayOf(
        ways.find(({ release }) => release === id),
        beside.marks,
      ),
      known: knownIn(row, edition, beside),
    };
  });
}

function wayOf(way: InTheWay | undefined, marks: readonly MarkLine[]): ReleaseLine["way"] {
  if (!way) return null;
  const { hindrance, openCases } = way;
  return { hindrance, openCases, marks: marks.filter(({ id }) => way.marks.includes(id)) };
}

type Edition = Beside["editions"][number];

/** What of its cases is public in their countries already, as far as the reader sees those cases. */
function knownIn(row: MediaRelease, edition: Edition | undefined, { pictures, known, knownOn }: Beside): KnownLine[] {
  const told = (edition?.highlights ?? []).map(({ seizure }) => seizure);
  const shown = pictures.filter(({ id }) => row.pictures.includes(id)).map(({ seizureId }) => seizureId);
  const cases = new Set([...told, ...shown]);
  return known.filter(({ id }) => cases.has(knownOn.get(id) ?? ""));
}

/** What clocks show in each country then; countries whose clocks agree stand together, those furthest east last. */
export function clocksAt(instant: Date, codes: readonly string[]): ClockLine[] {
  const lines = new Map<string, ClockLine>();
  for (const code of codes) {
    const zone = zoneOfCountry(code);
    if (!zone) continue;
    const { day, time } = clockOf(zone, instant);
    const line = lines.get(`${day} ${time}`) ?? { day, time, codes: [] };
    line.codes.push(code);
    lines.set(`${day} ${time}`, line);
  }
  return [...lines.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, line]) => line);
}
