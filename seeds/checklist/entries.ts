import { type CsvLine, csvLines } from "../csv.ts";
import { usualGroup } from "./usual-group.ts";

/** What one line of a checklist says of a taxon. */
export type Entry = {
  line: number;
  name: string;
  rank: string;
  /** "I", "I/II" where populations or species differ, "none" where it is in no appendix. */
  appendix: string;
  /** Usual commodity group. */
  commodity: string;
  genus: string;
  family: string;
  names: Record<string, string[]>;
};

/** The file as it was read: what it says, and what in it is not understood, by line. */
export type Checklist = { entries: Entry[]; unlisted: number; faults: { line: number; says: string }[] };

const NEEDED = ["FullName", "RankName", "CurrentListing"] as const;
const RANKS = new Set(["species", "subspecies", "variety", "genus", "subfamily", "family", "order", "class"]);
const LANGUAGES = { en: "EnglishNames", es: "SpanishNames", fr: "FrenchNames" };
/** In the order in which the parts of a split listing are written. */
const APPENDICES = ["I", "II", "III", "NC"];

type Raw = Readonly<Record<string, string>>;

/** An export of the Checklist of CITES Species or of Species+, by the names of its columns. */
export function readChecklist(text: string): Checklist {
  const [head, ...lines] = csvLines(text);
  const checklist: Checklist = { entries: [], unlisted: 0, faults: [] };
  const missing = NEEDED.filter((name) => !head?.fields.includes(name));
  if (!head || missing.length > 0) {
    checklist.faults.push({ line: 1, says: `no column ${missing.join(", ")}` });
    return checklist;
  }
  const seen = new Map<string, Entry>();
  for (const line of lines) readLine(line, head.fields, checklist, seen);
  return checklist;
}

function readLine({ line, fields }: CsvLine, head: readonly string[], into: Checklist, seen: Map<string, Entry>) {
  const fault = (says: string) => void into.faults.push({ line, says });
  if (fields.every((field) => field.trim() === "")) return;
  if (fields.length !== head.length)
    return fault(`${fields.length} fields, where the first line names ${head.length} columns`);
  const raw: Raw = Object.fromEntries(head.map((name, index) => [name, (fields[index] ?? "").trim()]));
  const [name = "", rank = "", said = ""] = NEEDED.map((column) => raw[column]);
  if (name === "") return fault("no FullName");
  if (!RANKS.has(rank.toLowerCase())) return fault(`RankName "${rank}" of ${name} is no rank`);
  if (said === "") {
    into.unlisted += 1;
    return;
  }
  const appendix = appendixOf(said);
  if (!appendix) return fault(`CurrentListing "${said}" of ${name} is no appendix`);
  const before = seen.get(name);
  if (before && before.appendix !== appendix)
    return fault(`${name} stands in ${appendix} here and in ${before.appendix} in line ${before.line}`);
  if (before) return;
  const entry = { line, name, rank: rank.toLowerCase(), appendix, ...belonging(raw), names: namesOf(raw) };
  seen.set(name, entry);
  into.entries.push(entry);
}

/** "II/NC" becomes "II/none"; null where a part is none of the appendices. */
function appendixOf(said: string): string | null {
  const parts = said.split("/");
  if (parts.some((part) => !APPENDICES.includes(part)) || new Set(parts).size < parts.length) return null;
  const ordered = parts.sort((one, other) => APPENDICES.indexOf(one) - APPENDICES.indexOf(other));
  return ordered.map((part) => (part === "NC" ? "none" : part)).join("/");
}

function belonging(raw: Raw) {
  const of = (column: string) => raw[column] ?? "";
  const [kingdom, group, order] = [of("Kingdom"), of("Class"), of("Order")];
  const [family, genus] = [of("Family"), of("Genus")];
  return { commodity: usualGroup({ kingdom, class: group, order, family, genus }), genus, family };
}

function namesOf(raw: Raw): Record<string, string[]> {
  const names: Record<string, string[]> = {};
  for (const [language, column] of Object.entries(LANGUAGES)) {
    const list = (raw[column] ?? "").split(",").map((one) => one.trim());
    names[language] = [...new Set(list)].filter(Boolean);
  }
  return names;
}
