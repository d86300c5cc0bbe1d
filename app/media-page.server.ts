import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Membership, Self } from "#db/queries/acting.server.ts";
import { attachmentsOf, findAttachment } from "#db/queries/attachments.server.ts";
import {
  blackoutsOf,
  caseNumbers,
  knownOf,
  logOf,
  ownCase,
  picturesOf,
  publicEditions,
} from "#db/queries/media.server.ts";
import { listParticipants } from "#db/queries/operations.server.ts";
import { memberNames } from "#db/queries/seizures.server.ts";
import type {
  KnownLine,
  LogLine,
  MarkLine,
  MaskedPhoto,
  MediaPageData,
  OwnCase,
  PictureLine,
} from "./components/media/media-types.ts";
import { may } from "./domain/access.ts";
import { Id } from "./domain/id.ts";
import { localDateIn } from "./domain/local-date.ts";
import { Text } from "./domain/text.ts";
import { releaseLines } from "./media-releases-page.server.ts";
import { mustBeAllowed } from "./services/write.server.ts";

/** What an address asks for: an own case by its number, and a photo of it to be masked. */
export type Asked = { caseNo: string; photo: string };

const AskedText = Text(60).catch("");

export function askedIn(request: Request): Asked {
  const { searchParams } = new URL(request.url);
  const said = (name: string) => AskedText.parse(searchParams.get(name) ?? "");
  return { caseNo: said("case").toUpperCase(), photo: said("mask") };
}

/** The desk as far as its reader may see it: outside that is what is out, and nothing else. */
export async function mediaPage(tx: Tx, self: Self, asked: Asked): Promise<MediaPageData> {
  const member = mustBeAllowed(self, "media.read");
  const { operationId, operation, agencyId, role } = member;
  const allowed = (action: Parameters<typeof may>[1]) => may(member, action, operation.state, { agencyId });
  const [runs, speaks, mayRelease] = [allowed("media.run"), allowed("media.speak"), allowed("media.release")];
  const participants = (await listParticipants(tx, operationId)).filter(({ leftAt }) => leftAt === null);
  const codes = [
    ...new Set(
      participants
        .filter(({ administrationKind }) => administrationKind === "country")
        .map(({ administrationCode }) => administrationCode),
    ),
  ];
  const [editions, pictures, beside] = [
    await publicEditions(tx, operationId),
    await picturesOf(tx, operationId),
    await besideReleases(tx, member),
  ];
  const numbers = await caseNumbers(
    tx,
    operationId,
    pictures.map(({ seizureId }) => seizureId),
  );
  const lines = new Map(pictures.map((row) => [row.id, pictureLine(row, numbers)]));
  const own = pictures.filter((row) => speaks && row.agencyId === agencyId);
  return {
    ...{ runs, speaks, mayRelease, outside: role === "observer", codes, zone: operation.zone },
    today: localDateIn(operation.zone, self.now),
    releases: await releaseLines(tx, { operationId, runs, codes, editions, pictures, lines, ...beside }),
    editions: mayRelease
      ? editions.map(({ report, number, title, publishedAt }) => ({ report, number, title, published: !!publishedAt }))
      : [],
    ready: mayRelease ? pictures.flatMap((row) => (row.clearedAt ? (lines.get(row.id) ?? []) : [])) : [],
    ...{ marks: beside.marks, known: beside.known },
    pictures: own.flatMap((row) => lines.get(row.id) ?? []),
    asked: asked.caseNo,
    ownCase: speaks ? await caseAsked(tx, member, asked.caseNo) : null,
    photo: speaks ? await photoAsked(tx, member, asked.photo) : null,
    log: runs || speaks ? await logLines(tx, operationId, participants) : [],
    ...{ fresh: uuid(), command: uuid() },
  };
}

function pictureLine(row: Awaited<ReturnType<typeof picturesOf>>[number], numbers: Record<Id, string>): PictureLine {
  const { id, caption, width, height, masks, maskedAt, seizureId, clearedAt, clearedName, note, withdrawnAt } = row;
  return {
    ...{ id, caption, width, height, masks: masks.length, at: maskedAt.toISOString() },
    caseNo: numbers[seizureId] ?? null,
    cleared: clearedAt && { name: clearedName, at: clearedAt.toISOString(), note },
    withdrawn: withdrawnAt !== null,
  };
}

/** Marks that stand and what is public already, of cases that the reader sees. */
async function besideReleases(tx: Tx, { operationId, agencyId }: Membership) {
  const blackouts = (await blackoutsOf(tx, operationId)).filter(({ stands }) => stands);
  const said = await knownOf(tx, operationId);
  const ids = [...blackouts.map(({ seizure }) => seizure), ...said.map(({ seizureId }) => seizureId)];
  const numbers = await caseNumbers(tx, operationId, ids);
  const marks = blackouts.map(
    ({ id, seizure, agency, kind, reason, until, openedAt }): MarkLine => ({
      ...{ id, kind, reason, caseNo: numbers[seizure] ?? "", own: agency === agencyId },
      ...{ until: until?.toISOString() ?? null, at: openedAt.toISOString() },
    }),
  );
  const known = said.map(
    ({ id, seizureId, agencyId: agency, outlet, source, day }): KnownLine => ({
      ...{ id, outlet, source, day, caseNo: numbers[seizureId] ?? "", own: agency === agencyId },
    }),
  );
  return { marks, known, knownOn: new Map(said.map(({ id, seizureId }) => [id, seizureId])) };
}

async function caseAsked(tx: Tx, { operationId, agencyId }: Membership, caseNo: string): Promise<OwnCase | null> {
  const found = caseNo === "" ? null : await ownCase(tx, operationId, agencyId, caseNo);
  if (!found) return null;
  const rows = await attachmentsOf(tx, operationId, found.id);
  const photos = rows.filter(({ attachment: { viewType, thumbKey } }) => viewType.startsWith("image/") && thumbKey);
  return { seizure: found.id, caseNo: found.messageNo, photos: photos.map(({ attachment }) => attachment.id) };
}

async function photoAsked(tx: Tx, { operationId, agencyId }: Membership, id: string): Promise<MaskedPhoto | null> {
  if (!Id.safeParse(id).success) return null;
  const row = await findAttachment(tx, operationId, id);
  if (row?.attachment.agencyId !== agencyId) return null;
  const { viewType, width, height, seizureId } = row.attachment;
  if (!viewType.startsWith("image/") || !width || !height) return null;
  const numbers = await caseNumbers(tx, operationId, [seizureId]);
  return { attachment: id, width, height, caseNo: numbers[seizureId] ?? "" };
}

type Agencies = Awaited<ReturnType<typeof listParticipants>>;

async function logLines(tx: Tx, operationId: Id, participants: Agencies): Promise<LogLine[]> {
  const rows = await logOf(tx, operationId);
  const people = await memberNames(
    tx,
    operationId,
    rows.flatMap(({ memberId }) => memberId ?? []),
  );
  const agencies = new Map(participants.map(({ agencyId, agencyName }) => [agencyId, agencyName]));
  return rows.map(({ id, at, act, memberId, agencyId, detail }) => ({
    ...{ id, act, detail, at: at.toISOString() },
    by: memberId === null ? "" : (people[memberId] ?? ""),
    agency: agencyId === null ? "" : (agencies.get(agencyId) ?? ""),
  }));
}
