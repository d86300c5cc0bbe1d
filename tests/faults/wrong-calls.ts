import type { Chance, Kind } from "./drawn.ts";

export type CallOf = "seizure" | "tally";

/** A call with something wrong in it: what stands where instead, or a whole body that is none. */
export type WrongCall = {
  call: CallOf;
  /** Path into the body. */
  path: string[];
  value: unknown;
  /** The place that the answer has to point to; null where the body as a whole is refused. */
  pointer: string | null;
  body?: string;
};

type Said = (chance: Chance) => unknown;

/** `pointer` where another place than the changed one is told. */
const inCall = (call: CallOf, path: string, kind: string, value: Said, pointer = `/${path}`): Kind<WrongCall> => ({
  kind: `${call}: ${kind}`,
  make: (chance) => ({ call, path: path.split("/"), value: value(chance), pointer }),
});

const wholeBody = (call: CallOf, kind: string, body: (chance: Chance) => string): Kind<WrongCall> => ({
  kind: `${call}: ${kind}`,
  make: (chance) => ({ call, path: [], value: null, pointer: null, body: body(chance) }),
});

const NO_CODE: Said = (chance) => `${chance.letters(5)}_${chance.digits(2)}`;
const NO_ID: Said = (chance) => chance.of([chance.letters(9), `${chance.digits(8)}-${chance.digits(4)}`]);
const NO_DAY: Said = (chance) =>
  chance.of([`2021-02-${30 + chance.below(60)}`, chance.letters(7), chance.below(9_999)]);
const NO_DECIMAL: Said = (chance) => chance.of([`${chance.digits(2)} kg`, chance.letters(4), `1e${chance.digits(2)}`]);
const OF_ANOTHER_TYPE: Said = (chance) =>
  chance.of<unknown>([chance.below(9_999), [chance.letters(3)], { a: chance.digits(3) }]);
const TOO_LONG: Said = (chance) => chance.letters(2_100 + chance.below(400));

const ITEM = "seizure/items/0";

export const WRONG_CALLS: readonly Kind<WrongCall>[] = [
  inCall("seizure", "commandId", "no id of the command", NO_ID),
  inCall("seizure", "seizure/id", "no id of the case", NO_ID),
  inCall("seizure", "seizure/nationalCaseNo", "a case number too long", TOO_LONG),
  inCall("seizure", "seizure/nationalCaseNo", "a case number of another type", OF_ANOTHER_TYPE),
  inCall("seizure", "seizure/nationalCaseNo", "what is no text", (chance) => `${chance.letters(4)}\u0000`),
  inCall("seizure", "seizure/occurredOn", "no such day", NO_DAY),
  inCall("seizure", "seizure/occurredOn", "a day to come", (chance) => `20${40 + chance.below(60)}-05-17`),
  inCall("seizure", "seizure/handling", "no such tier", NO_CODE),
  inCall("seizure", "seizure/mode", "a mode of another type", OF_ANOTHER_TYPE),
  inCall("seizure", "seizure/place/country", "no such country", (chance) => `Q${chance.letters(1).toUpperCase()}`),
  inCall("seizure", "seizure/place/lat", "off the earth", (chance) => 91 + chance.below(500)),
  inCall("seizure", "seizure/items", "no goods at all", (chance) => chance.of<unknown>([[], chance.letters(4), {}])),
  inCall("seizure", `${ITEM}/commodity`, "no such goods", NO_CODE, "/seizure/items"),
  inCall("seizure", `${ITEM}/quantity`, "no decimal", NO_DECIMAL),
  inCall("seizure", `${ITEM}/quantity`, "less than nothing", (chance) => `-${chance.digits(3)}`),
  inCall("seizure", `${ITEM}/quantity`, "more digits than there is room for", (chance) => chance.digits(40)),
  inCall("seizure", `${ITEM}/unit`, "no such unit", NO_CODE, "/seizure/items"),
  inCall("seizure", "seizure/narrative", "words of another type", OF_ANOTHER_TYPE),
  inCall("tally", "commandId", "no id of the command", NO_ID),
  inCall("tally", "tallies/0/day", "no such day", NO_DAY),
  inCall("tally", "tallies/0/nil", "neither yes nor no", (chance) =>
    chance.of<unknown>([chance.letters(3), chance.below(9)]),
  ),
  inCall("tally", "tallies/0/groups/0/group", "no such goods", NO_CODE),
  inCall("tally", "tallies/0/groups/0/cases", "no whole number", (chance) => chance.below(900) + 0.5),
  inCall("tally", "tallies/0/groups/0/cases", "less than nothing", (chance) => -1 - chance.below(900)),
  inCall("tally", "tallies/0/groups/0/quantities/0/quantity", "no decimal", NO_DECIMAL),
  inCall("tally", "tallies/0/groups/0/quantities/0/unit", "no such unit", NO_CODE),
  inCall("tally", "tallies", "a day told of by nobody", (chance) => chance.of<unknown>([[], chance.letters(4), 7])),
  wholeBody("seizure", "JSON that breaks off", (chance) => `{"commandId":"${chance.letters(8)}","seizure":{`),
  wholeBody("seizure", "a list instead of an object", (chance) => `[${chance.digits(3)},"${chance.letters(5)}"]`),
  wholeBody("tally", "a word instead of an object", (chance) => `"${chance.letters(12)}"`),
  wholeBody("tally", "no JSON", (chance) => `commandId=${chance.letters(12)}&tallies=`),
];
