import { renderToString } from "react-dom/server";
import { beforeAll, expect, test } from "vitest";
import { sourceOf } from "#app/components/map/map-data.ts";
import { OperationMap } from "#app/components/map/operation-map.tsx";
import { SeizureMap } from "#app/components/map/seizure-map.tsx";
import { TextProvider } from "#app/components/ui/text-context.tsx";
import { en } from "#app/messages/en.ts";
import { registerCatalogue } from "#app/messages/index.ts";
import { factAt, node, placeIn } from "../../domain/route-facts.ts";

const BANGKOK = placeIn("TH", { placeId: "bkk", lat: 13.69, lon: 100.75, precision: "facility" });
const FACTS = [
  factAt(BANGKOK, { state: "verified", route: [node("origin", "KE"), node("destination", "CN")] }),
  factAt(BANGKOK, { route: [node("origin", "KE"), node("destination", "XX")] }),
  factAt(placeIn("VN"), { state: "withdrawn" }),
];
const MEMBERS = [
  { iso2: "TH", name: "Thailand" },
  { iso2: "CN", name: "China" },
];

beforeAll(() => registerCatalogue("en", en));

function drawn(element: React.ReactElement): string {
  return renderToString(
    <TextProvider locale="en" zone="UTC" now="2026-08-14T12:00:00Z">
      {element}
    </TextProvider>,
  );
}

function cells(html: string): string[] {
  return [...html.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, cell = ""]) => cell.replace(/<[^>]+>/g, ""));
}

test("before scripts run there is room for the map, and for those without scripts a table that says the same", () => {
  const html = drawn(<OperationMap source={sourceOf(FACTS)} participants={MEMBERS} placeNames={{ bkk: "Bangkok" }} />);
  const table = /<noscript>(.*)<\/noscript>/s.exec(html)?.[1] ?? "";
  expect(cells(table)).toEqual(
    expect.arrayContaining([
      "Bangkok, Thailand",
      "Facility",
      "2",
      "1",
      "Ivory 2",
      "Thailand to China",
      "intended onward",
    ]),
  );
  expect(table).toContain("1 of 2");
  expect(html).toContain("The map is on its way");
});

test("a country that the operation does not name is written as its code, never by another name", () => {
  const html = drawn(<OperationMap source={sourceOf(FACTS)} participants={MEMBERS} />);
  expect(html).toContain("country code KE to Thailand");
  expect(html).not.toContain("Kenya");
  expect(html).toContain("A place in Thailand");
});

test("the map of one seizure waits for scripts", () => {
  expect(drawn(<SeizureMap fact={factAt(BANGKOK)} participants={MEMBERS} />)).toContain("map-waiting");
});
