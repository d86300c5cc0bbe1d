import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { tiersSeenBy } from "#db/queries/seen-by.server.ts";
import type { Look, ReleasedPage, SeizureActsAllowed, SeizurePage } from "./components/seizure/page-types.ts";
import type { RecordFiles } from "./domain/attachment.ts";
import { Id } from "./domain/id.ts";
import { mostSeen } from "./domain/look.ts";
import { mustBeAllowed } from "./services/write.server.ts";

type Asked = { page: SeizurePage; params: URLSearchParams };

/**
 * The owner's page as an agency sees it, where the address asks for that: the database says which tiers that agency's
 * people read, by the policies that answer them, and the others are taken from the page.
 */
export async function lookAs(tx: Tx, self: Self, { page, params }: Asked): Promise<Look | null> {
  const agency = Id.safeParse(params.get("as"));
  if (!agency.success || !page.released) return null;
  const { fact } = page.released;
  mustBeAllowed(self, "seizure.look_as", fact);
  const rows = await tiersSeenBy(tx, fact.id, agency.data);
  const { role, facts, kase, names } = mostSeen(rows, params.get("role"));
  const seen = { facts, kase, names, isCoordinator: role === "ocu" };
  const seenPage = facts ? asSeen(page.released, seen) : null;
  return { agencyId: agency.data, rows, role, names, page: seenPage, files: filesSeen(page.files, kase) };
}

/** Photos and documents come with the case, without what their owner alone knows of them. */
function filesSeen(files: RecordFiles, kase: boolean): RecordFiles {
  const shown = files.attachments.filter(({ audience }) => kase && audience === "case");
  const none = { pending: [], mayAdd: false, mayRemove: false };
  return { ...files, ...none, attachments: shown.map((attachment) => ({ ...attachment, original: null })) };
}

const NO_ACTS: SeizureActsAllowed = {
  ...{
    amend: false,
    withdraw: false,
    narrow: false,
    hold: false,
    unhold: false,
    erase: false,
    part: false,
    lookAs: false,
  },
  ...{ verify: false, ask: false, answer: false, summarise: false },
};

/** What the owner alone knows is gone from it, and of the rest what is in no tier that they read. */
function asSeen(page: ReleasedPage, seen: { kase: boolean; names: boolean; isCoordinator: boolean }): ReleasedPage {
  const kase = seen.kase ? page.case : null;
  return {
    ...page,
    case: kase,
    hasNames: seen.names && page.hasNames,
    versions: kase ? page.versions.map((version) => ({ ...version, order: null, lost: null })) : [],
    summaries: kase ? page.summaries : [],
    readers: kase ? page.readers : [],
    people: kase ? page.people : {},
    ...{ reach: null, frozen: null, readings: null, entry: null, timeliness: null, clearances: [], names: [] },
    // What else the owner sees of the same case is theirs to see where it is shared.
    merged: page.merged.filter(({ shared }) => shared),
    // Questions are between the coordination unit and the owner.
    questions: seen.isCoordinator ? page.questions : [],
    // Since when and by whom is told by events of the operation; those of the owner's unit are its own.
    standing: page.standing.map((step) => (step.state === "verified" ? step : { ...step, at: null, agencyId: null })),
    may: NO_ACTS,
    commands: {},
  };
}
