import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { blackoutsOf, knownOf, picturesOf } from "#db/queries/media.server.ts";
import type { MediaOfCase } from "./components/media/media-of-case.tsx";
import { may } from "./domain/access.ts";
import type { Id } from "./domain/id.ts";
import { memberOf } from "./services/write.server.ts";

type Fact = { id: Id; agencyId: Id; messageNo: string; state: string };

/** How it stands with one case at the media desk: for its owner, who speaks for it, and for those who run the desk. */
export async function mediaOfCase(tx: Tx, self: Self, fact: Fact): Promise<MediaOfCase | null> {
  const { operationId, operation, ...member } = memberOf(self);
  const speaks = fact.state !== "withdrawn" && may(member, "media.speak", operation.state, { agencyId: fact.agencyId });
  if (!speaks && !may(member, "media.run", operation.state)) return null;
  const marks = (await blackoutsOf(tx, operationId)).filter(({ seizure, stands }) => seizure === fact.id && stands);
  const known = await knownOf(tx, operationId, [fact.id]);
  const pictures = (await picturesOf(tx, operationId)).filter(
    ({ seizureId, withdrawnAt }) => seizureId === fact.id && withdrawnAt === null,
  );
  return {
    ...{ speaks, caseNo: fact.messageNo },
    ...{ open: marks.length > 0, known: known.length > 0 },
    pictures: { all: pictures.length, cleared: pictures.filter(({ clearedAt }) => clearedAt !== null).length },
  };
}
