import { expect } from "vitest";
import { asBearer } from "#app/services/import-job.server.ts";
import { workOnImports } from "#app/services/import-work.server.ts";
import { startImport } from "#app/services/imports.server.ts";
import { findImport, rowsAfter } from "#db/queries/imports.server.ts";
import { aCommand } from "#tests/support/world.ts";
import type { Drawn } from "./drawn.ts";
import { called, type Ground, inWords, records } from "./trials.ts";
import { aGoodRow, HEADINGS, type Row, type WrongFile, type WrongRow } from "./wrong-sheets.ts";

const worker = () => ({ id: crypto.randomUUID(), pause: async () => {}, isOver: () => false });
const standing = ({ contact }: Ground, id: string) =>
  asBearer(contact, (tx, { operationId }) => findImport(tx, { operationId, id }));

/** Sends a file as a page does, in one piece unless told otherwise. */
async function sendSheet(
  { here, server, contact }: Ground,
  id: string,
  { name, content, says = {} }: { name: string; content: Buffer; says?: Record<string, string> },
) {
  const fields = { name, bytes: String(content.length), place: "0", content: content.toString("base64"), ...says };
  const answer = await fetch(`${server.address}/operations/${here.world.operationId}/import/${id}/file`, {
    method: "POST",
    headers: { "Sec-Fetch-Site": "same-origin", Cookie: `naga_session=${contact.token}`, Accept: "application/json" },
    body: new URLSearchParams(fields),
  });
  return { status: answer.status, text: await answer.text() };
}

/** Rows as a file of text, or as cells that are pasted. */
const sheetOf = (rows: readonly Row[], mark: ";" | "\t") =>
  Buffer.from([HEADINGS, ...rows].map((row) => row.join(mark)).join("\n"));

/** A right file, sent twice and made twice: one report comes of it. */
export async function expectGoodFile(ground: Ground, what: string, caseNo: string) {
  const before = await records(ground);
  const id = crypto.randomUUID();
  const content = sheetOf([aGoodRow(caseNo)], ";");
  for (let time = 0; time < 2; time++)
    expect((await sendSheet(ground, id, { name: "Good.csv", content })).status, what).toBe(200);
  await workOnImports(ground.server.house, worker());
  await startOnce(ground, id);
  const after = await records(ground);
  expect((after.seizure_reports ?? 0) - (before.seizure_reports ?? 0), `${what}: one report`).toBe(1);
}

/** Has the reports of a file made: the same command twice is one. */
async function startOnce({ server, contact }: Ground, id: string) {
  const command = aCommand({ importId: id, mode: "good" as const, drafts: false, corrects: false });
  for (let time = 0; time < 2; time++) await startImport({ ...contact, house: server.house }, command);
  await workOnImports(server.house, worker());
}

/** Rows of one kind and a good one: they are refused or asked about and kept as written, and it alone becomes a report. */
export async function tryRows(ground: Ground, drawn: readonly Drawn<WrongRow>[], turn: number): Promise<void> {
  const kind = drawn[0]?.kind ?? "";
  const rows = drawn.map(({ seed, wrong }): Row => aGoodRow(`W-${seed}`).with(wrong.column, wrong.cell));
  const caseNo = `GOOD-${turn}`;
  const [mark, name] = turn % 2 === 0 ? ([";", "May.csv"] as const) : (["\t", "pasted.txt"] as const);
  const id = crypto.randomUUID();
  const before = await records(ground);
  expect(
    (await sendSheet(ground, id, { name, content: sheetOf([...rows, aGoodRow(caseNo)], mark) })).status,
    kind,
  ).toBe(200);
  await workOnImports(ground.server.house, worker());
  const of = await standing(ground, id);
  expect(of?.state, `${kind}: ${JSON.stringify(of?.refusal)}`).toBe("read");
  if (!of) return;
  const read = await asBearer(ground.contact, (tx) => rowsAfter(tx, of, -1, 100));
  for (const [at, one] of drawn.entries()) {
    const row = read[at];
    const what = `${called(one)}: ${JSON.stringify(one.wrong.cell)}`;
    expect(row?.status, what).toMatch(/^(error|question)$/);
    const asked = (row?.notes ?? []).filter(({ field }) => one.wrong.fields.test(field));
    expect(asked.map(({ key }) => inWords(key)).filter(Boolean), what).not.toEqual([]);
    expect(row?.written, what).toEqual(rows[at]);
  }
  await startOnce(ground, id);
  const after = await records(ground);
  expect((after.seizure_reports ?? 0) - (before.seizure_reports ?? 0), `${kind}: the clear row alone`).toBe(1);
  const left = await asBearer(ground.contact, (tx) => rowsAfter(tx, of, -1, 100));
  expect(
    left.map(({ outcome }) => outcome),
    kind,
  ).toEqual([...drawn.map(() => ""), "imported"]);
  expect(left.map(({ written }) => written).slice(0, -1), `${kind}: rows are kept`).toEqual(rows);
}

/** Refused in words, at once or once it is read; nothing is left of it. */
export async function tryFile(ground: Ground, one: Drawn<WrongFile>): Promise<void> {
  const { name, content, says } = one.wrong;
  const what = called(one);
  const before = await records(ground);
  const id = crypto.randomUUID();
  const { status, text } = await sendSheet(ground, id, { name, content: Buffer.from(content, "base64"), says });
  expect(status, `${what}: ${text}`).toBeLessThan(500);
  if (status >= 400) {
    const { refused } = JSON.parse(text);
    const keys = [refused?.problem, ...Object.values(refused?.fields ?? {}).flat()];
    expect(
      keys.filter((key) => inWords(String(key)) !== undefined),
      `${what}: ${text}`,
    ).not.toEqual([]);
  } else {
    await workOnImports(ground.server.house, worker());
    const of = await standing(ground, id);
    expect(of?.state, what).toBe("refused");
    expect(inWords(of?.refusal?.key ?? ""), `${what}: ${of?.refusal?.key}`).toBeDefined();
  }
  expect(await records(ground), `${what}: nothing is left of it`).toEqual(before);
}
