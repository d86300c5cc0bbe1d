import type { Id } from "#app/domain/id.ts";
import { addPiece, beginUpload, finishUpload } from "#app/services/attachments.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { aPhoto } from "#tests/attachments/sample-files.ts";
import { aCommand } from "#tests/support/world.ts";
import { type Act, type Form, id } from "./acts.ts";
import { aRelease, type Reader } from "./cast.ts";

const FILES = "POST /operations/:operation/seizures/:seizure/attachments";
const photo = aPhoto({ width: 32, height: 32 });

/** A file on its way to a record, from whoever may send it. */
export async function onItsWay(sender: Acting, seizure: Id, whole: boolean): Promise<Id> {
  const upload = id();
  const content = await photo;
  const told = { kind: "photo", audience: "case", name: "IMG_0001.jpg", bytes: content.length } as const;
  await beginUpload(sender, aCommand({ id: upload, seizure, ...told }));
  if (whole) await addPiece(sender, { upload, seizure, position: 0, content });
  return upload;
}

/** On the asker's own file, or where he may not send one, on the officer's. */
function onFile(form: Form, whole: boolean): Act {
  return {
    send: async ({ cast }, asker: Reader) => {
      const seizure = await aRelease(cast.people);
      const upload = await onItsWay(asker, seizure, whole).catch(() => onItsWay(cast.people.officer, seizure, whole));
      return { form: { ...form, upload }, at: { seizure } };
    },
  };
}

export const FILE_ACTS: Record<string, Act> = {
  [`${FILES} begin`]: {
    send: async ({ cast }) => ({
      form: { upload: id(), kind: "photo", audience: "case", name: "IMG_0001.jpg", bytes: "1000" },
      at: { seizure: await aRelease(cast.people) },
    }),
  },
  [`${FILES} piece`]: onFile({ position: "0", content: Buffer.from([1, 2, 3]).toString("base64") }, false),
  [`${FILES} finish`]: onFile({}, true),
  [`${FILES} abandon`]: onFile({}, false),
  [`${FILES} remove`]: {
    send: async ({ cast }) => {
      const { officer } = cast.people;
      const seizure = await aRelease(cast.people);
      const upload = await onItsWay(officer, seizure, true);
      await finishUpload(officer, aCommand({ upload, seizure }));
      return { form: { attachment: upload }, at: { seizure } };
    },
  },
};
