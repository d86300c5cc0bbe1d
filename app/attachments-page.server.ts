import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { attachmentsOf, uploadsOf } from "#db/queries/attachments.server.ts";
import { may } from "./domain/access.ts";
import { ATTACHMENT_KINDS, isMediaType, type RecordFiles } from "./domain/attachment.ts";
import type { Id } from "./domain/id.ts";
import { audienceOf } from "./services/attachments.server.ts";

/** `report`: the row of its owner, where the reader sees that. */
type Asked = { id: Id; report: { agencyId: Id; unitId: Id } | undefined; released: boolean };

/** The photos and documents of a record, as far as this reader may see them, and what he may do with them. */
export async function filesOfRecord(tx: Tx, member: Membership, record: Asked): Promise<RecordFiles> {
  const { operationId, operation } = member;
  const [rows, uploads] = await Promise.all([
    attachmentsOf(tx, operationId, record.id),
    uploadsOf(tx, operationId, record.id),
  ]);
  const { report } = record;
  const allowed = (action: Parameters<typeof may>[1]) =>
    report !== undefined && may(member, action, operation.state, report);
  return {
    seizure: record.id,
    attachments: rows.flatMap(({ attachment: row, original }) =>
      isMediaType(row.mediaType)
        ? [
            {
              ...{ id: row.id, kind: kindOf(row.kind), mediaType: row.mediaType, bytes: row.viewBytes },
              ...{ hasThumb: row.thumbKey !== null, width: row.width, height: row.height, at: row.at.toISOString() },
              ...{ audience: audienceOf(row), reduced: row.reduced },
              original: original && originalOf(original),
            },
          ]
        : [],
    ),
    pending: uploads.map((row) => ({
      ...{ id: row.id, kind: kindOf(row.kind), name: row.name, bytes: row.bytes, received: row.received },
    })),
    mayAdd: allowed("attachment.add"),
    mayRemove: allowed(record.released ? "seizure.amend" : "report.write"),
  };
}

type Original = NonNullable<Awaited<ReturnType<typeof attachmentsOf>>[number]["original"]>;

function originalOf({ name, bytes, sha256, ofBytes, ofSha256 }: Original) {
  const of = ofBytes !== null && ofSha256 !== null ? { bytes: ofBytes, sha256: ofSha256 } : null;
  return { name, bytes, sha256, of };
}

function kindOf(kind: string) {
  return ATTACHMENT_KINDS.find((known) => known === kind) ?? "document";
}
