import { writeFileSync } from "node:fs";
import { chance } from "#seeds/random.ts";
import { writeWorkbook } from "../../spreadsheet/workbook-maker.ts";

const HEADINGS = [
  "Case no",
  "Date",
  "Country",
  "Place",
  "Mode of transport",
  "Direction",
  "Commodity",
  "Quantity",
  "Country of origin",
  "Transit countries",
  "Country of destination",
  "Detection method",
  "Arrested",
  "Remarks",
  "Handling",
];

const PLACES = [
  ["Viet Nam", "Hai Phong"],
  ["Thailand", "Bangkok"],
  ["Lao PDR", "Vientiane"],
  ["Cambodia", "Phnom Penh"],
  ["Malaysia", "Port Klang"],
  ["Singapore", "Singapore"],
] as const;
const GOODS = ["Ketamine", "Heroin", "Ivory", "Pangolin scales", "Cigarettes", "Methamphetamine"];
const AMOUNTS = ["5 kg", "12,5 kg", "84 kg", "0,8 kg", "75 kg", "2 kg"];
const COUNTRIES = ["China", "Nigeria", "Kenya", "Indonesia", "Myanmar", "Germany", "United States"];

/** Records as offices keep them: one seizure in each row, clear in every cell. */
export function recordsOf(name: string, count: number): string[][] {
  const { pick: any, between } = chance(7);
  const today = new Date();
  const rows = Array.from({ length: count }, (_, at) => {
    const [country, place] = any(PLACES);
    const day = new Date(today.getTime() - between(0, 15) * 86_400_000).toISOString().slice(0, 10);
    return [
      ...[`${name}-${String(at + 1).padStart(6, "0")}`, day, country, place],
      ...[any(["Air cargo", "Sea container", "Express courier"]), any(["Import", "Export", "Transit"])],
      ...[any(GOODS), any(AMOUNTS), any(COUNTRIES), any(COUNTRIES), any(COUNTRIES)],
      ...[any(["X-ray", "Dog", "Risk profile"]), any(["", "1", "2"])],
      ...[`Found in a consignment declared as spare parts, file ${at + 1}`, "H1"],
    ];
  });
  return [HEADINGS, ...rows];
}

export function writeCsv(path: string, rows: readonly string[][]): void {
  writeFileSync(path, rows.map((row) => row.map(quoted).join(",")).join("\r\n"));
}

export const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const writeXlsx = (path: string, rows: string[][]) => writeWorkbook(path, { rows });
