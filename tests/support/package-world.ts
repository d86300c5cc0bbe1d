import { buffer } from "node:stream/consumers";
import { z } from "zod";
import type { Id } from "#app/domain/id.ts";
import type { Acting, House } from "#app/services/house.server.ts";
import { asBearer } from "#app/services/import-job.server.ts";
import { workOnPackages } from "#app/services/package-work.server.ts";
import { askForPackage } from "#app/services/record-packages.server.ts";
import { findPackage, type RecordPackage } from "#db/queries/record-packages.server.ts";
import { unpacked } from "./unpacked.ts";
import { aCommand } from "./world.ts";

export async function ask(contact: Acting): Promise<Id> {
  const packageId = crypto.randomUUID();
  await askForPackage(contact, aCommand({ packageId }));
  return packageId;
}

/** Works until nothing waits. */
export const work = (house: House) =>
  workOnPackages(house, { id: crypto.randomUUID(), pause: async () => {}, isOver: () => false });

export async function packageOf(contact: Acting, id: Id): Promise<RecordPackage> {
  const of = await asBearer(contact, (tx, { operationId }) => findPackage(tx, { operationId, id }));
  if (!of) throw new Error("no such package");
  return of;
}

export async function archiveOf(contact: Acting, of: RecordPackage): Promise<Buffer> {
  const found = of.fileKey === null ? null : await contact.house.files.read(of.fileKey);
  if (!found) throw new Error("its file is not there");
  return buffer(found.stream);
}

/** A package that was asked for and made, unpacked. */
export async function packed(contact: Acting) {
  const id = await ask(contact);
  await work(contact.house);
  const of = await packageOf(contact, id);
  return { of, files: await unpacked(await archiveOf(contact, of)) };
}

const Records = z.array(z.record(z.string(), z.unknown()));

/** The records of one of its lists. */
export const recordsIn = (files: ReadonlyMap<string, Buffer>, name: string) =>
  Records.parse(JSON.parse(String(files.get(name))));
