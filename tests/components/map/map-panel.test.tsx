import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { MapPanel } from "#app/components/map/map-panel.tsx";
import { TextProvider } from "#app/components/ui/text-context.tsx";
import { evaluateFigures } from "#app/domain/figures/evaluate.ts";
import { tableOf } from "#app/domain/figures/fact-table.ts";
import { NO_FILTER } from "#app/domain/filter-address.ts";
import "#app/messages/all.server.ts";
import { TODAY } from "../../domain/figures/arbitrary-fact.ts";
import { factAt, placeIn } from "../../domain/route-facts.ts";

test("the card of a place marks the message that makes one case with another country's", () => {
  const joint = { ...factAt(placeIn("TH")), joint: { head: "019a1111-0000-7000-8000-000000000001", place: 0 } };
  const slots = { D: 0, P: 0, I: 2, R: 0, T: 0, B: 0, G: 0, L: 0, O: 0 };
  const content = {
    title: "Mae Sai",
    note: null,
    cases: 2,
    confirmed: 0,
    slots,
    facts: [joint, factAt(placeIn("TH"))],
    figures: evaluateFigures(tableOf([joint]), NO_FILTER, TODAY),
  };
  const html = renderToString(
    <TextProvider locale="en" zone="UTC" now="2026-08-14T12:00:00Z">
      <MapPanel content={content} onClose={() => {}} />
    </TextProvider>,
  );
  expect(html.match(/aria-label="joint case"/g)).toHaveLength(1);
});
