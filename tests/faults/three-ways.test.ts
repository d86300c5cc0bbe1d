import { afterAll, beforeAll, expect, test } from "vitest";
import { draw, tallyOf } from "./drawn.ts";
import { stagedServer } from "./staged.ts";
import { called, type Ground, tryAll } from "./trials.ts";
import { aKey, tryCall } from "./tried-by-call.ts";
import { tryForm } from "./tried-by-form.ts";
import { expectGoodFile, tryFile, tryRows } from "./tried-by-sheet.ts";
import { WRONG_CALLS } from "./wrong-calls.ts";
import { WRONG_FORMS } from "./wrong-forms.ts";
import { WRONG_FILES, WRONG_ROWS } from "./wrong-sheets.ts";

/** 300 bad inputs and more, a third by each way; the same ones each time, and others for another seed. */
const SEED = 2021;

let ground: Ground;
beforeAll(async () => {
  const { here, server } = await stagedServer();
  ground = { here, server, contact: here.cast.people.contact };
}, 240_000);
afterAll(async () => {
  await ground.server.close();
  await ground.here.world.close();
});

test("by form: the error stands at its field, what was typed comes back, and mended it goes through once", async () => {
  const all = draw(WRONG_FORMS, 3, SEED);
  expect(all.length).toBeGreaterThanOrEqual(100);
  await tryAll(all, (one) => tryForm(ground, one));
  console.info(`by form: ${all.length} bad inputs: ${tallyOf(all)}`);
}, 120_000);

test("by API: the problem points to the place, and mended the same command goes through once", async () => {
  const all = draw(WRONG_CALLS, 4, SEED);
  expect(all.length).toBeGreaterThanOrEqual(100);
  const key = await aKey(ground);
  await tryAll(all, (one) => tryCall(ground, key, one));
  console.info(`by API: ${all.length} bad inputs: ${tallyOf(all)}`);
}, 120_000);

test("by spreadsheet: a row is refused or asked about and kept as written, a file is refused in words", async () => {
  const rows = draw(WRONG_ROWS, 5, SEED);
  const files = draw(WRONG_FILES, 2, SEED);
  expect(rows.length + files.length).toBeGreaterThanOrEqual(100);
  const kinds = [...new Set(rows.map(({ kind }) => kind))].map((kind) => rows.filter((one) => one.kind === kind));
  await tryAll(kinds, (drawn, turn) => tryRows(ground, drawn, turn));
  await tryAll(files, async (one) => {
    await tryFile(ground, one);
    await expectGoodFile(ground, called(one), `AFTER-${one.seed}`);
  });
  console.info(`by spreadsheet: ${rows.length + files.length} bad inputs: ${tallyOf([...rows, ...files])}`);
}, 120_000);
