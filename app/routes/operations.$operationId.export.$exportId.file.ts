import { createReadableStreamFromReadable } from "@remix-run/node";
import { exportInAddress } from "#app/case-exports-page.server.ts";
import { Problem } from "#app/domain/problem.ts";
import { forParticipant } from "#app/http.server.ts";
import { fileOfExport } from "#app/services/case-export-file.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { WORKBOOK_TYPE } from "#app/spreadsheet/write-workbook.server.ts";

/** The workbook, as it was on its first day. */
export const loader = forParticipant(async ({ acting, params }) => {
  const { of, code } = await read(acting, async (tx, self) => {
    const member = memberOf(self);
    return { of: await exportInAddress(tx, member, params.exportId), code: member.operation.code };
  });
  if (of.state !== "done") throw new Problem("not-found", "export.unfinished");
  const name = `${code}-${of.layout}-${of.number}`.replace(/[^A-Za-z0-9-]+/g, "-");
  const headers = {
    "Content-Type": WORKBOOK_TYPE,
    "Content-Disposition": `attachment; filename="${name}.xlsx"`,
    "Cache-Control": "no-store",
  };
  return new Response(createReadableStreamFromReadable(fileOfExport(acting, of)), { headers });
});
