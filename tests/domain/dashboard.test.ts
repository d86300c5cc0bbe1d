import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MOST_PANELS, PANEL_KINDS, Panel, panelQuery, type Step, spansOf, stepped } from "#app/domain/dashboard.ts";

const panel: fc.Arbitrary<Panel> = fc.record({
  kind: fc.constantFrom(...PANEL_KINDS),
  query: fc.constantFrom("", "slot=I", "mode=air&slot=I"),
  wide: fc.boolean(),
});
const panels = fc.array(panel, { maxLength: MOST_PANELS });
const at = fc.nat({ max: MOST_PANELS });

describe("arranging", () => {
  test("a panel that is taken away and put back leaves everything as it was", () => {
    fc.assert(
      fc.property(panels, at, (all, where) => {
        const taken = all[where];
        const without = stepped(all, { do: "remove", at: where });
        if (!taken) {
          expect(without).toBeNull();
          return;
        }
        expect(without).toHaveLength(all.length - 1);
        expect(stepped(without ?? [], { do: "add", panel: taken, at: where })).toEqual(all);
      }),
    );
  });

  test("moving keeps every panel, and puts the moved one where it was said", () => {
    fc.assert(
      fc.property(panels, at, at, (all, from, to) => {
        const moved = stepped(all, { do: "move", at: from, to });
        if (!all[from]) {
          expect(moved).toBeNull();
          return;
        }
        expect(moved?.[Math.min(to, all.length - 1)]).toBe(all[from]);
        expect(new Set(moved)).toEqual(new Set(all));
        expect(stepped(moved ?? [], { do: "move", at: Math.min(to, all.length - 1), to: from })).toEqual(all);
      }),
    );
  });

  test("no step makes more panels than there may be, or changes another one", () => {
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.record({ do: fc.constant("add" as const), panel, at: fc.option(at) }),
      fc.record({ do: fc.constant("widen" as const), at, wide: fc.boolean() }),
      fc.record({ do: fc.constant("look" as const), at, query: fc.constantFrom("", "slot=T") }),
    );
    fc.assert(
      fc.property(panels, step, (all, one) => {
        const after = stepped(all, one) ?? all;
        expect(after.length).toBeLessThanOrEqual(MOST_PANELS);
        expect(all.filter((old) => !after.includes(old)).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("what a panel keeps of an address", () => {
  test("its filter in one form and the look of its own kind, and nothing else", () => {
    const query = "slot=T&slot=I&order=rank&per=day&q=tusk&known=2026-01-01&by=tallies";
    expect(panelQuery("byReporter", query)).toBe("slot=I&slot=T&order=rank");
    expect(panelQuery("byDay", query)).toBe("slot=I&slot=T&per=day");
    expect(panelQuery("byMode", query)).toBe("slot=I&slot=T");
    expect(panelQuery("byReporter", "order=name")).toBe("");
    expect(panelQuery("byReporter", "order=sideways")).toBe("");
  });

  test("a kind that there is not is refused in words", () => {
    const parsed = Panel.safeParse({ kind: "pie", query: "", wide: false });
    expect(parsed.error?.issues[0]?.message).toBe("dashboards.panel.unknown");
  });
});

test("rows are full, whatever widths follow each other, and no panel is narrower than it was made", () => {
  fc.assert(
    fc.property(panels, fc.constantFrom(1, 2, 3), (all, columns) => {
      const spans = spansOf(all, columns);
      let filled = 0;
      for (const [at, span] of spans.entries()) {
        expect(span).toBeGreaterThanOrEqual(Math.min(columns, all[at]?.wide ? 2 : 1));
        filled += span;
        expect(filled).toBeLessThanOrEqual(columns);
        if (filled === columns) filled = 0;
      }
      expect(filled).toBe(0);
    }),
  );
});
