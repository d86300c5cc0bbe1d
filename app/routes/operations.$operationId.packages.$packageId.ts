import { createReadableStreamFromReadable } from "@remix-run/node";
import { Problem } from "#app/domain/problem.ts";
import { forParticipant } from "#app/http.server.ts";
import { packageInAddress } from "#app/packages-page.server.ts";
import { noteTaking } from "#app/services/record-packages.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";

/** The archive as it was made, and a line in the log that it was taken. */
export const loader = forParticipant(async ({ acting, params }) => {
  const { of, code } = await read(acting, async (tx, self) => {
    const found = await packageInAddress(tx, self, params.packageId);
    return { of: found, code: memberOf(self).operation.code };
  });
  const file = of.fileKey === null ? null : await acting.house.files.read(of.fileKey);
  if (!file) throw new Problem("not-found", "package.unknown");
  await noteTaking(acting, of);
  const day = (of.asOf ?? of.askedAt).toISOString().slice(0, 10);
  const name = `${code}-records-${day}`.replace(/[^A-Za-z0-9-]+/g, "-").toLowerCase();
  const headers = {
    "Content-Type": "application/zip",
    "Content-Length": String(file.bytes),
    "Content-Disposition": `attachment; filename="${name}.zip"`,
    "Cache-Control": "no-store",
  };
  return new Response(createReadableStreamFromReadable(file.stream), { headers });
});
