import type { Target } from "./import/columns.ts";

/** A column of a template: its heading as our reader of files knows it, and the cell of an example. */
type TemplateColumn = { heading: string; holds: Target | null; example: string };

const column = (heading: string, holds: Target | null, example: string): TemplateColumn => ({
  heading,
  holds,
  example,
});

const SHORT: readonly TemplateColumn[] = [
  column("Case number", "nationalCaseNo", "HQ-2021-0147"),
  column("Date of seizure", "occurredOn", "2021-05-17"),
  column("Country of seizure", "placeCountry", "Thailand"),
  column("Place of seizure", "place", "Bangkok"),
  column("Commodity", "commodity", "Ketamine"),
  column("Quantity", "quantity", "12.5"),
  column("Unit", "unit", "kg"),
  column("Mode of transport", "mode", "Air cargo"),
  column("Remarks", "narrative", "Found in a parcel of tea."),
];

const FULL: readonly TemplateColumn[] = [
  ...SHORT.slice(0, 4),
  column("Kind of place", "placeKind", "Airport"),
  column("Direction", "direction", "Import"),
  ...SHORT.slice(4, 7),
  column("Second quantity", "secondQuantity", "12"),
  column("Second unit", "secondUnit", "pieces"),
  column("Species", "species", ""),
  column("Brand", "brand", ""),
  column("Purity", "purityPercent", "80"),
  column("Mode of transport", "mode", "Air cargo"),
  column("Carrier", "carrier", ""),
  column("Flight number", "transportNo", "TG 560"),
  column("Container number", "containerNo", ""),
  column("Country of origin", "origins", "Laos"),
  column("Country of departure", "departures", "Laos"),
  column("Countries of transit", "transits", ""),
  column("Country of destination", "destinations", "Japan"),
  column("Method of detection", "detections", "Dog"),
  column("Reason for control", "controlReasons", ""),
  column("Method of concealment", "concealment", "Parcel"),
  column("Offence", "offences", ""),
  column("Persons arrested", "arrested", "1"),
  column("Nationalities", "nationalities", "Thailand"),
  column("Custody", "custody", ""),
  column("Disposal", "disposal", ""),
  column("Handling code", "handling", "H1"),
  column("Remarks", "narrative", "Found in a parcel of tea."),
];

/** The layout of the CITES annual illegal trade report: a row for each species and kind of specimen of a seizure. */
const CITES: readonly TemplateColumn[] = [
  column("Seizure number", "nationalCaseNo", "HQ-2021-0150"),
  column("Date of seizure", "occurredOn", "2021-05-17"),
  column("Species", "species", "Manis javanica"),
  column("Description of specimen", "specimen", "SCA"),
  column("Quantity", "quantity", "3.25"),
  column("Unit", "unit", "kg"),
  column("Location of incident", "place", "Bangkok"),
  column("Detecting agency", null, "Customs"),
  column("Reason for seizure", "offences", ""),
  column("Mode of transport", "mode", "Air cargo"),
  column("Method of detection", "detections", ""),
  column("Method of concealment", "concealment", ""),
  column("Alleged country of origin", "origins", "Malaysia"),
  column("Country(ies) of transit", "transits", ""),
  column("Alleged final destination", "destinations", "Viet Nam"),
  column("Estimated value in country", null, ""),
  column("Nationality of offenders", "nationalities", ""),
  column("Law under which charges were brought", null, ""),
  column("Sanction", null, ""),
  column("Disposal of confiscated specimens", "disposal", ""),
  column("Additional information", "narrative", ""),
];

/** Empty tables with the headings that our reader of files knows. */
export const TEMPLATES = { short: SHORT, full: FULL, cites: CITES } as const;
export type TemplateName = keyof typeof TEMPLATES;
export const TEMPLATE_NAMES = ["short", "full", "cites"] as const satisfies readonly TemplateName[];
