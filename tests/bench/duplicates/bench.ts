import { parseArgs } from "node:util";
import { chance } from "#seeds/random.ts";
import { type Figures, sumOf } from "./figures.ts";
import { comparable, type Floor, measured } from "./measured.ts";
import { type Labelled, type Part, recordsOf } from "./records.ts";
import { measureSpeed } from "./speed.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);

/** `npm run bench -- duplicates [--part held-out|tune] [--rounds 5]` */
export async function benchDuplicates(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { part: { type: "string", default: "held-out" }, rounds: { type: "string", default: "5" } },
  });
  const part: Part = values.part === "tune" ? "tune" : "held-out";
  const { figures, floor, rounds } = measured(part, Number(values.rounds));
  sayWhatRuns(part, rounds);
  sayByEdit(figures);
  sayWrong(figures);
  saySum(figures, floor);
  for (const line of measureSpeed(rounds.flat().map(comparable), chance(1))) say(line);
  const { precision, recall } = sumOf(figures);
  say(`duplicates: precision ${precision.toFixed(3)} recall ${recall.toFixed(3)}`);
}

function sayWhatRuns(part: Part, rounds: readonly Labelled[][]) {
  const reports = rounds.reduce((sum, round) => sum + round.length, 0);
  say(
    `Labelled set, part '${part}': ${recordsOf(part).length} real records of seizures by air 2009-2016 and of amphibians`,
  );
  say("refused 1999-2021, by country and month in two parts: weights were set on 'tune', figures are of 'held-out'.");
  say(
    `First the records as they are; then ${rounds.length} rounds in which half of them get a second report by a stated`,
  );
  say(
    `edit, and a third a near-copy that is another case, by another seed: ${reports} reports. Invented, since the sources`,
  );
  say(
    "have none: case numbers (a register per agency and year), flights for four in ten by air. Edits of contents come",
  );
  say("without the case number or with another agency's. Records that their source has equal in every field are taken");
  say("for one case; all other real records that are found count as wrong. Half of the reports have a duplicate here:");
  say("where these are rarer, precision is lower.");
}

const left = (text: string) => text.padEnd(44);
const right = (value: number | string, width = 9) => String(value).padStart(width);

function sayByEdit({ byEdit, consignments }: Figures) {
  const head = ["pairs", "found", "certain", "missed"].map((name) => right(name)).join("");
  say(`\n${left("second report")}${head}  of these without any quantity`);
  for (const [edit, { pairs, found, certain, unmeasured }] of [...byEdit].sort()) {
    say(
      `${left(edit)}${[pairs, found, certain, pairs - found].map((value) => right(value)).join("")}${right(unmeasured)}`,
    );
  }
  say(`Of the consignments found ${consignments.right} are called so, ${consignments.taken} duplicates.`);
}

function sayWrong({ wrong, wrongRecords }: Figures) {
  say(`\n${left("found, but labelled two cases")}${right("pairs")}`);
  for (const [name, count] of [...wrong].sort()) say(`${left(name)}${right(count)}`);
  say(`Of real records ${wrongRecords.size} different pairs, which their source has apart in a field or more:`);
  for (const { pair, score } of wrongRecords.values()) {
    say(`  ${score.toFixed(2)} ${pair.map(shortly).join(" | ")}`);
  }
}

function shortly({ input }: Labelled): string {
  const goods = input.items.map(
    (item) => `${item.commodity} ${item.quantity ?? "?"} ${item.unit ?? ""} ${item.taxonText}`,
  );
  return `row ${input.origin?.row}, ${input.occurredOn} ${input.place.name}: ${goods.join(", ").slice(0, 70).trim()}`;
}

function saySum(figures: Figures, floor: Floor) {
  const { pairs, found, mistaken, precision, recall } = sumOf(figures);
  const [least, sure] = [floor.found / pairs, floor.found / (floor.found + floor.mistaken)];
  say(
    `\nproduct: ${found} of ${pairs} pairs, ${mistaken} wrong: precision ${precision.toFixed(4)} recall ${recall.toFixed(4)}`,
  );
  say(
    `floor, same agency and case number alone: ${floor.found} pairs, ${floor.mistaken} wrong: ` +
      `precision ${sure.toFixed(4)} recall ${least.toFixed(4)}; recall is ${(recall / least).toFixed(1)} times the floor's`,
  );
}
