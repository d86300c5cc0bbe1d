import { expect, test } from "vitest";
import { byView } from "#app/components/views/by-view.ts";
import type { ViewNotice } from "#app/components/views/views-types.ts";

const notice = (id: string, over: Partial<ViewNotice> = {}): ViewNotice => ({
  ...{ id, viewId: "a", view: "Ivory", page: "map", query: "slot=I", cases: 1, read: false, seizures: [id] },
  ...{ firstAt: `2026-05-0${id}T08:00:00.000Z`, at: `2026-05-0${id}T09:00:00.000Z` },
  ...over,
});

test("notices of one view and one filter are one: from the first case to what was told last, the latest view first", () => {
  const notices = [
    notice("5"),
    notice("4", { viewId: "b", view: "Pangolins" }),
    notice("3", { cases: 4, seizures: ["3", "x"] }),
    notice("2", { query: "slot=T" }),
    notice("1"),
  ];
  expect(byView(notices)).toEqual([
    notice("5", { cases: 6, firstAt: notice("1").firstAt, seizures: ["5", "3", "x", "1"] }),
    notices[1],
    notices[3],
  ]);
  expect(byView([])).toEqual([]);
});
