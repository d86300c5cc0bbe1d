import { describe, expect, test } from "vitest";
import { readContributionMapping } from "#app/contribution-mapping.server.ts";
import { amountOf } from "#app/domain/contribution/amount.ts";
import { ContributionMapping } from "#app/domain/contribution/mapping.ts";
import { contributionRows } from "#app/domain/contribution/rows.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import { textFor } from "#app/messages/all.server.ts";
import { aPlace, aRouteNode, aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import standard from "#seeds/contributions/mapping.json";

const mapping = readContributionMapping();
const text = textFor("en");
const naming = {
  goods: (code: string) => text.commodity(code),
  taxon: (id: string) => (id === "manis" ? "Manis spp." : id),
  label: (list: string, code: string) => text.code(list, code),
  isCurrentTerm: (term: string) => ["SCA", "LIV", "TUS"].includes(term),
};

function rowsOf(name: "cites" | "drugs", over: Partial<SeizureInput>) {
  const layout = mapping.layouts[name];
  const of = { input: aSeizureInput(over), messageNo: "OMD3-VN-1", agency: "Customs", administration: "Viet Nam" };
  const rows = contributionRows(of, { layout, mapping, naming });
  return rows.map(({ cells, issues }) => ({
    said: Object.fromEntries(layout.columns.map(({ heading }, at) => [heading, cells[at] ?? ""])),
    issues: issues.map(({ heading, why }) => `${heading}: ${why}`),
  }));
}

const scales = (over: object = {}) =>
  aSeizureItem({
    commodity: "F1.pangolin_scales",
    taxonId: "manis",
    specimen: "SCA",
    quantity: "12.5",
    unit: "kg",
    ...over,
  });

describe("rows of the CITES report", () => {
  test("are one for each species and specimen type, with what can be added added", () => {
    const rows = rowsOf("cites", {
      items: [
        scales(),
        scales({ quantity: "500", unit: "g" }),
        scales({ specimen: null, live: true, quantity: "3", unit: "animals" }),
        aSeizureItem({ commodity: "D5.ketamine", quantity: "1", unit: "kg" }),
      ],
    });
    expect(rows.map(({ said }) => [said.Species, said["Description of specimen"], said.Quantity, said.Unit])).toEqual([
      ["Manis spp.", "SCA", "13", "kg"],
      ["Manis spp.", "LIV", "3", ""],
    ]);
  });

  test("roll codes up, name countries by their codes in order, and leave to the Party what we do not hold", () => {
    const [row] = rowsOf("cites", {
      nationalCaseNo: "HP-1",
      items: [scales()],
      ...{
        detections: ["scanner", "dog"],
        concealmentPlaces: ["cover_load", "structure"],
        offences: ["no_cites_document"],
      },
      persons: { arrested: 2, identified: null, nationalities: [{ country: "VN", count: 2 }] },
      disposal: "destroyed",
      route: [
        aRouteNode({ place: aPlace({ country: "NG" }) }),
        aRouteNode({ role: "transit", place: aPlace({ country: "SG" }) }),
        aRouteNode({ role: "transit", place: aPlace({ country: "MY" }) }),
        aRouteNode({ role: "destination", place: aPlace({ country: "CN" }) }),
      ],
    });
    expect(row?.said).toMatchObject({
      "Seizure number": "HP-1",
      "Date of seizure": "2021-05-17",
      "Detecting agency": "Customs",
      "Reason for seizure": "No CITES permit",
      "Mode of transport": "Maritime",
      "Method of detection": "Scanning; Sniffer dog",
      "Method of concealment": "Other",
      "Alleged country of origin": "NG",
      "Country(ies) of transit": "SG; MY",
      "Alleged final destination": "CN",
      "Nationality of offenders": "VN",
      "Law under which charges were brought": "",
      Sanction: "",
    });
    expect(row?.issues).toEqual([]);
  });

  test("say what is missing or to be looked at, and only of what the layout needs", () => {
    const items = [scales({ taxonId: null, taxonText: "a pangolin", specimen: null, quantity: null, unit: null })];
    const [row] = rowsOf("cites", { items, route: [], datePrecision: "month", disposal: null });
    expect(row?.issues).toEqual([
      "Date of seizure: day_not_known",
      "Species: unlisted_species",
      "Description of specimen: empty",
      "Quantity: empty",
      "Reason for seizure: empty",
      "Method of detection: empty",
      "Method of concealment: empty",
      "Alleged country of origin: empty",
      "Alleged final destination: empty",
      "Disposal of confiscated specimens: empty",
    ]);
    const [older] = rowsOf("cites", { items: [scales({ specimen: "IVS", qualifier: "approximate" })] });
    expect(older?.issues).toEqual(
      expect.arrayContaining(["Description of specimen: older_term", "Quantity: approximate"]),
    );
  });
});

test("a drug seizure has a row for each kind of goods, in bulk weight, with its purity beside it", () => {
  const rows = rowsOf("drugs", {
    items: [
      aSeizureItem({ commodity: "D5.ketamine", quantity: "1500", unit: "g", purityPercent: "80" }),
      aSeizureItem({ commodity: "D2.heroin", quantity: "2", unit: "kg" }),
      scales(),
    ],
  });
  expect(rows.map(({ said }) => [said.Drug, said.Quantity, said.Unit, said["Purity (%)"]])).toEqual([
    [text.commodity("D5.ketamine"), "1.5", "kg", "80"],
    [text.commodity("D2.heroin"), "2", "kg", ""],
  ]);
});

test("amounts in different units are never added to one another", () => {
  const none = { secondQuantity: null, secondUnit: null, qualifier: "exact" };
  const amount = amountOf(
    [
      { quantity: "95.54", unit: "kg", secondQuantity: "29", secondUnit: "pcs", qualifier: "exact" },
      { quantity: "460", unit: "g", ...none },
      { quantity: "3", unit: "cartons", ...none },
    ],
    mapping,
  );
  expect(amount).toEqual({ quantity: "96", unit: "kg", beside: ["29 pcs", "3 cartons"], exact: true });
});

test("a mapping says itself what is wrong in it", () => {
  const cites = {
    ...standard.layouts.cites,
    columns: standard.layouts.cites.columns.filter(({ field }) => field !== "unit"),
  };
  const read = ContributionMapping.safeParse({ ...standard, layouts: { ...standard.layouts, cites } });
  expect(read.error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`)).toEqual([
    "layouts.cites.columns no column has the field unit",
  ]);
  expect(() => readContributionMapping("/nowhere/none.json")).toThrow(
    /CONTRIBUTION_MAPPING .*none\.json cannot be read/,
  );
});
