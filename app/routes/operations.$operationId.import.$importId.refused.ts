import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { forParticipant } from "#app/http.server.ts";
import { importInAddress } from "#app/import-page.server.ts";
import { refusedRows } from "#app/import-refused.server.ts";
import { textFor } from "#app/messages/all.server.ts";
import { preferencesOf } from "#app/preferences.ts";
import { memberOf, read } from "#app/services/write.server.ts";

/** The rows of a file that were not taken, with the reasons, as a table to be mended. */
export const loader = forParticipant(async ({ acting, params, request }) => {
  const of = await read(acting, (tx, self) => importInAddress(tx, memberOf(self), params.importId));
  const { locale } = preferencesOf(request);
  const rows = createReadableStreamFromReadable(Readable.from(refusedRows(acting, of, textFor(locale))));
  const headers = {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="rows-not-taken-${of.id.slice(0, 8)}.csv"`,
    "Cache-Control": "no-store",
  };
  return new Response(rows, { headers });
});
