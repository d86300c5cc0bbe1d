import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { figureLines } from "#app/domain/operation-report/lines.ts";
import { isMark } from "#app/domain/operation-report/suppression.ts";
import { reportPage } from "#app/operation-report-page.server.ts";
import { reckonAnew, setAside } from "#app/services/operation-reports.server.ts";
import { sayLess } from "#app/services/report-suppression.server.ts";
import { read } from "#app/services/write.server.ts";
import { lastReckoning } from "#db/queries/operation-reports.server.ts";
import { aCommand } from "#tests/support/world.ts";
import { aHighlightStage, type Stage } from "./highlights-world.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await aHighlightStage();
  for (const arrested of [2, 4, 7])
    await stage.release(
      { persons: { arrested, identified: null, nationalities: [] } },
      arrested === 7 ? stage.lao : stage.thai,
    );
});
afterAll(() => stage.world.close());

const less = (report: Id, under: number, { from = 0, by = stage.analyst } = {}) =>
  sayLess(by, aCommand({ report, under, from }));
const marksOf = async (report: Id) => {
  const stands = await read(stage.analyst, (tx) => lastReckoning(tx, stage.world.operationId, report));
  return figureLines(stands?.results ?? Object.create(null)).filter(({ value }) => isMark(value)).length;
};
const suppressionOf = async (report: Id) => {
  const { house } = stage.analyst;
  const page = await read(stage.analyst, (tx, self) => reportPage(tx, { house, self }, report));
  return page.suppression;
};

describe("small counts of a draft", () => {
  test("go unsaid later than at its beginning: as many as the page said, and every figure is counted anew with it", async () => {
    const report = await stage.report();
    expect(await marksOf(report)).toBe(0);
    const before = await suppressionOf(report);
    expect(before).toMatchObject({ under: 0, frozen: false });
    const promised = before.options.find(({ under }) => under === 10)?.more ?? 0;
    expect(promised).toBeGreaterThan(0);
    await less(report, 10);
    expect(await marksOf(report)).toBe(promised);
    expect(await suppressionOf(report)).toEqual({ under: 10, frozen: false, options: [] });
    await reckonAnew(stage.analyst, aCommand({ report }));
    expect(await marksOf(report)).toBe(promised);
  });

  test("are not said again by a lower limit, nor by one that was chosen beside another one", async () => {
    const report = await stage.report();
    await less(report, 5);
    await expect(less(report, 3, { from: 5 })).rejects.toMatchObject({ message: "operation_report.less.same" });
    await expect(less(report, 10)).rejects.toMatchObject({ kind: "stale" });
    await less(report, 10, { from: 5 });
  });

  test("stay as they are once a version is frozen, or the report is put aside", async () => {
    const report = await stage.report();
    await stage.freeze(report);
    await expect(less(report, 5)).rejects.toMatchObject({ message: "operation_report.less.frozen" });
    expect(await suppressionOf(report)).toEqual({ under: 0, frozen: true, options: [] });
    const aside = await stage.report();
    await setAside(stage.analyst, aCommand({ report: aside, aside: true }));
    await expect(less(aside, 5)).rejects.toMatchObject({ message: "operation_report.aside" });
  });

  test("are for those who draft", async () => {
    const report = await stage.report();
    await expect(less(report, 5, { by: stage.thai })).rejects.toMatchObject({ kind: "forbidden" });
    expect(await marksOf(report)).toBe(0);
  });
});
