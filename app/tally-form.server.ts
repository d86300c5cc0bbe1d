import { readTypedDecimal } from "./domain/decimal.ts";
import { Id } from "./domain/id.ts";
import { LocalDate } from "./domain/local-date.ts";
import { Problem } from "./domain/problem.ts";
import { TallyPromise } from "./domain/tally/rhythm.ts";
import { CONTROL_KINDS, Tallies } from "./domain/tally/tally.ts";
import { commandOf, parsed, textOf, wholeOf } from "./form.server.ts";
import type { Acting } from "./services/house.server.ts";
import { askForTallies, postTallies, promiseTallies } from "./services/tallies.server.ts";

/** Where in the form each part of the input stood: blank rows are left out of the input, so that numbers differ. */
type Places = Map<string, string>;

type Reading = { form: FormData; mark: "." | ","; places: Places };

/** Puts on record what the form says of one day or several; errors come back under the names of its own fields. */
export async function receiveTallies(acting: Acting, form: FormData) {
  const reading: Reading = { form, mark: textOf(form, "mark") === "," ? "," : ".", places: new Map() };
  try {
    const tallies = parsedTallies(daysIn(reading));
    return await postTallies(acting, commandOf(form, { tallies }));
  } catch (thrown) {
    throw thrown instanceof Problem ? placed(thrown, (path) => placeOf(path, reading.places)) : thrown;
  }
}

const parsedTallies = (tallies: unknown[]) =>
  placing(
    () => parsed(Tallies, tallies),
    (path) => (path === "" ? "tallies" : `tallies.${path}`),
  );

/** Runs a parse whose faults stand elsewhere in the form than in the input; several at one field stand there together. */
function placing<T>(parse: () => T, place: (path: string) => string): T {
  try {
    return parse();
  } catch (thrown) {
    throw thrown instanceof Problem ? placed(thrown, place) : thrown;
  }
}

function placed(problem: Problem, place: (path: string) => string): Problem {
  const { fields, ...detail } = problem.detail;
  if (!fields) return problem;
  const moved: Record<string, string[]> = {};
  for (const [path, keys] of Object.entries(fields)) {
    moved[place(path)] = [...new Set([...(moved[place(path)] ?? []), ...keys])];
  }
  return new Problem(problem.kind, problem.message, problem.values, { ...detail, fields: moved });
}

function placeOf(path: string, places: Places): string {
  const parts = path.split(".");
  for (let length = parts.length; length > 0; length--) {
    const place = places.get(parts.slice(0, length).join("."));
    if (place !== undefined) return [place, ...parts.slice(length)].join(".");
  }
  return path;
}

/** Numbers of the rows under a name, as they stand in the form. */
function rowsUnder(form: FormData, name: string): number[] {
  const start = `${name}.`;
  const rows = [...form.keys()].flatMap((key) => {
    const row = key.startsWith(start) ? /^\d{1,3}(?=\.)/.exec(key.slice(start.length)) : null;
    return row ? [Number(row[0])] : [];
  });
  return [...new Set(rows)].sort((left, right) => left - right);
}

/** Days about which the form says something. */
function daysIn(reading: Reading) {
  const { form, places } = reading;
  const said = rowsUnder(form, "tallies").filter((row) => {
    const answer = textOf(form, `tallies.${row}.said`);
    return answer === "nil" || answer === "some";
  });
  return said.map((row, at) => {
    const [name, path] = [`tallies.${row}`, `tallies.${at}`];
    places.set(path, name);
    const count = (field: string) => countIn(form, `${name}.${field}`);
    return {
      day: textOf(form, `${name}.day`),
      baseVersion: wholeOf(form, `${name}.baseVersion`),
      nil: textOf(form, `${name}.said`) === "nil",
      groups: groupsIn(reading, name, path),
      arrested: count("arrested"),
      controls: Object.fromEntries(CONTROL_KINDS.map((kind) => [kind, count(`controls.${kind}`)])),
      remark: textOf(form, `${name}.remark`),
    };
  });
}

/** Blank is not said. What is no whole number fails at its field. */
function countIn(form: FormData, name: string): number | null {
  const typed = textOf(form, name).normalize("NFKC").replaceAll(/\s/g, "");
  if (typed === "") return null;
  return /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
}

function groupsIn({ form, mark, places }: Reading, day: string, path: string) {
  const isFilled = (name: string) => textOf(form, name).trim() !== "";
  const rows = rowsUnder(form, `${day}.groups`).filter((row) => {
    const name = `${day}.groups.${row}`;
    const amounts = rowsUnder(form, `${name}.quantities`).map((line) => `${name}.quantities.${line}.quantity`);
    return [`${name}.group`, `${name}.cases`, ...amounts].some(isFilled);
  });
  return rows.map((row, at) => {
    const name = `${day}.groups.${row}`;
    places.set(`${path}.groups.${at}`, name);
    const lines = rowsUnder(form, `${name}.quantities`).filter((line) =>
      isFilled(`${name}.quantities.${line}.quantity`),
    );
    const quantities = lines.map((line, place) => {
      places.set(`${path}.groups.${at}.quantities.${place}`, `${name}.quantities.${line}`);
      const typed = textOf(form, `${name}.quantities.${line}.quantity`);
      const [quantity, unit] = [
        readTypedDecimal(typed, mark) ?? typed,
        textOf(form, `${name}.quantities.${line}.unit`),
      ];
      // Whoever changes what was confirmed is asked anew.
      return {
        quantity,
        unit,
        confirmed: textOf(form, `${name}.quantities.${line}.confirmed`) === `${quantity} ${unit}`,
      };
    });
    return { group: textOf(form, `${name}.group`), cases: countIn(form, `${name}.cases`), quantities };
  });
}

/** Asks the agencies that the form names, all on one page, for a day's tally. */
export async function askByForm(acting: Acting, form: FormData) {
  const day = parsed(LocalDate, textOf(form, "day"));
  const agencyIds = textOf(form, "agencyIds")
    .split(",")
    .map((id) => parsed(Id, id));
  return askForTallies(acting, commandOf(form, { day, agencyIds }));
}

/** What an agency promises from a day on. */
export async function promiseByForm(acting: Acting, agencyId: Id, form: FormData) {
  const optional = (name: string) => (textOf(form, name) === "" ? null : textOf(form, name));
  const promise = parsedPromise({
    rhythm: textOf(form, "rhythm"),
    fromDay: textOf(form, "fromDay"),
    toDay: optional("toDay"),
    weekday: optional("weekday") === null ? null : wholeOf(form, "weekday"),
    daysOff: form.getAll("daysOff[]").map(Number),
    holidays: daysTyped(textOf(form, "holidays")),
    zone: textOf(form, "zone"),
  });
  const command = commandOf(form, promise);
  return promiseTallies(acting, { id: command.id, input: { id: command.id, agencyId, promise } });
}

/** Faults of one day stand at the field in which all days were typed. */
const parsedPromise = (input: Record<keyof TallyPromise, unknown>) =>
  placing(
    () => parsed(TallyPromise, input),
    (path) => path.replace(/^holidays\..*/, "holidays").replace(/^daysOff(\..*)?$/, "daysOff[]"),
  );

/** Days as they are typed or pasted: one to a line, or with commas or spaces between. */
function daysTyped(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((day) => day !== ""))].sort();
}
