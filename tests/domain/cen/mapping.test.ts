import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCenMapping } from "#app/cen-mapping.server.ts";
import { markOf } from "#app/domain/cen/marks.ts";
import { parseSettings } from "#app/env.server.ts";
import standard from "#seeds/cen/mapping.json";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "naga-mapping-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function aFile(content: unknown): string {
  const path = join(folder, `mapping-${files++}.json`);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

type Column = { heading: string; field?: string; fixed?: string; also?: string[] };
const withColumns = (change: (columns: Column[]) => Column[]) => ({
  ...standard,
  layouts: { ...standard.layouts, cen: { ...standard.layouts.cen, columns: change(standard.layouts.cen.columns) } },
});

describe("the mapping", () => {
  test("of the installation is taken where it names one", () => {
    const path = aFile({ ...standard, marks: { ...standard.marks, new: "NOUVEAU" } });
    expect(parseSettings({ CEN_MAPPING: path }).cenMapping.marks.new).toBe("NOUVEAU");
    expect(parseSettings({}).cenMapping.marks.new).toBe("New");
  });

  test.each<[string, unknown, RegExp]>([
    ["no JSON", "{", /cannot be read as JSON/],
    [
      "a field that there is not",
      withColumns((all) => [{ heading: "Name", field: "nominal.persons" }, ...all]),
      /columns\.0\.field/,
    ],
    ["a heading twice", withColumns((all) => [...all, { heading: "Quantity", fixed: "" }]), /"quantity" is twice/],
    [
      "a field twice",
      withColumns((all) => [...all, { heading: "More", field: "unit" }]),
      /two columns have the field unit/,
    ],
    [
      "no column for the goods",
      withColumns((all) => all.filter(({ field }) => field !== "commodity")),
      /no column has the field commodity/,
    ],
    ["a list that there is not", { ...standard, codes: { colour: { red: "Red" } } }, /codes/],
    ["something more", { ...standard, extra: 1 }, /the file: .*extra/],
  ])("with %s is refused by name and place", (_, content, says) => {
    const path = aFile(content);
    expect(() => readCenMapping(path)).toThrow(says);
    expect(() => readCenMapping(path)).toThrow(path);
  });

  test("whose file is not there is refused", () => {
    expect(() => readCenMapping(join(folder, "none.json"))).toThrow(/CEN_MAPPING .*none\.json cannot be read/);
  });
});

describe("what was handed out before", () => {
  const before = { headings: ["No", "Goods", "CEN"], rows: [["1", "Ketamine", ""]] };
  const silent = new Set(["CEN"]);

  test("is compared heading by heading", () => {
    expect(markOf(null, before, silent)).toEqual({ mark: "new", changed: [] });
    expect(markOf(before, before, silent)).toEqual({ mark: "unchanged", changed: [] });
    expect(markOf(before, { ...before, rows: [["1", "Heroin", ""]] }, silent)).toEqual({
      mark: "changed",
      changed: ["Goods"],
    });
  });

  test("is not changed by a number that the other system gave, nor by another order of columns", () => {
    expect(markOf(before, { ...before, rows: [["1", "Ketamine", "CEN-9"]] }, silent).mark).toBe("unchanged");
    expect(markOf(before, { headings: ["Goods", "No"], rows: [["Ketamine", "1"]] }, silent).mark).toBe("unchanged");
  });

  test("is changed by one more kind of goods, and by a new column that holds something", () => {
    const more = { ...before, rows: [...before.rows, ["1", "Heroin", ""]] };
    expect(markOf(before, more, silent)).toEqual({ mark: "changed", changed: ["No", "Goods"] });
    const wider = { headings: [...before.headings, "Brand"], rows: [["1", "Ketamine", "", "555"]] };
    expect(markOf(before, wider, silent)).toEqual({ mark: "changed", changed: ["Brand"] });
  });
});
