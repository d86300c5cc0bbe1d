import type { Chance, Kind } from "./drawn.ts";

export type FormOf = "report" | "amend" | "tally" | "begin" | "file";

/** A form with something wrong in it: what is typed instead, and the field that has to say so. */
export type WrongForm = {
  form: FormOf;
  over: Record<string, string>;
  /** The field whose error is shown; empty where the form as a whole is refused, in words. */
  at: string;
  /** Bytes of a file, as base64, so that two are told apart. */
  content?: string;
};

type Typed = (chance: Chance) => string;

const inField = (form: FormOf, field: string, kind: string, typed: Typed, at = field): Kind<WrongForm> => ({
  kind: `${form}: ${kind}`,
  make: (chance) => ({ form, over: { [field]: typed(chance) }, at }),
});

const NO_NUMBER: Typed = (chance) =>
  `${chance.of(["about ", "±", "--", "1e", "0x", "1/", "#"])}${chance.digits(3)}${chance.of(["", " or so", "?"])}`;
const NO_DAY: Typed = (chance) =>
  chance.of([`2021-02-${30 + chance.below(70)}`, `2021-${13 + chance.below(80)}-01`, chance.letters(6)]);
const DAY_TO_COME: Typed = (chance) => `20${40 + chance.below(60)}-0${1 + chance.below(9)}-1${chance.below(9)}`;
const NO_CODE: Typed = (chance) => `${chance.letters(5)}_${chance.digits(2)}`;
const LESS_THAN_NOTHING: Typed = (chance) => `-${chance.digits(1 + chance.below(4))}`;
const TOO_LONG: Typed = (chance) => chance.letters(61 + chance.below(100));
const NOT_TEXT: Typed = (chance) => `${chance.letters(3)}\u0000${chance.letters(3)}`;
const LONG_NUMBER: Typed = (chance) => chance.digits(31 + chance.below(30));

function ofReport(form: "report" | "amend"): Kind<WrongForm>[] {
  return [
    inField(form, "items.0.quantity", "no number", NO_NUMBER),
    inField(form, "items.0.quantity", "less than nothing", LESS_THAN_NOTHING),
    inField(form, "items.0.quantity", "more digits than there is room for", LONG_NUMBER),
    inField(form, "items.0.commodity", "no such goods", NO_CODE),
    inField(form, "items.0.unit", "no such unit", NO_CODE),
    inField(form, "items.0.purityPercent", "more than the whole", (chance) => String(101 + chance.below(800))),
    inField(form, "occurredOn", "no such day", NO_DAY),
    inField(form, "occurredOn", "a day to come", DAY_TO_COME),
    inField(form, "place.country", "no such country", (chance) => `Q${chance.letters(1).toUpperCase()}`),
    inField(form, "place.placeId", "a place of nobody", (chance) => `port:${chance.letters(5)}`, "place.name"),
    inField(form, "place.lat", "off the earth", (chance) => String(91 + chance.below(300))),
    inField(form, "mode", "no such transport", NO_CODE),
    inField(form, "handling", "no such tier", NO_CODE),
    inField(form, "nationalCaseNo", "too long", TOO_LONG),
    inField(form, "nationalCaseNo", "what is no text", NOT_TEXT),
    inField(form, "persons.arrested", "no number of persons", LESS_THAN_NOTHING),
  ];
}

const GROUP = { "tallies.0.groups.0.group": "F2", "tallies.0.groups.0.cases": "1" };

/** In the goods of a day, whose line is otherwise right. */
const inGoods = (field: string, kind: string, typed: Typed): Kind<WrongForm> => {
  const { make, ...rest } = inField("tally", `tallies.0.${field}`, kind, typed);
  const said = { "tallies.0.said": "some", ...GROUP, "tallies.0.groups.0.quantities.0.unit": "kg" };
  return {
    ...rest,
    make: (chance) => {
      const made = make(chance);
      const amount = { "tallies.0.groups.0.quantities.0.quantity": "5" };
      return { ...made, over: { ...said, ...amount, ...made.over } };
    },
  };
};

const OF_TALLY: Kind<WrongForm>[] = [
  inGoods("groups.0.cases", "no number of cases", NO_NUMBER),
  inGoods("groups.0.cases", "less than no case", LESS_THAN_NOTHING),
  inGoods("groups.0.group", "no such goods", NO_CODE),
  inGoods("groups.0.quantities.0.quantity", "no number", NO_NUMBER),
  inGoods("groups.0.quantities.0.quantity", "more digits than there is room for", LONG_NUMBER),
  inGoods("groups.0.quantities.0.unit", "no such unit", NO_CODE),
  inField("tally", "tallies.0.arrested", "no number of persons", NO_NUMBER),
  inField("tally", "tallies.0.day", "no such day", NO_DAY),
  inField("tally", "tallies.0.day", "a day to come", DAY_TO_COME),
  inField("tally", "tallies.0.remark", "too long", (chance) => chance.letters(2_001 + chance.below(50))),
];

const OF_UPLOAD: Kind<WrongForm>[] = [
  inField("begin", "kind", "no such kind of file", NO_CODE),
  inField("begin", "audience", "no such audience", NO_CODE),
  inField("begin", "bytes", "no number of bytes", NO_NUMBER),
  inField("begin", "bytes", "too large", (chance) => chance.digits(9)),
  inField("begin", "name", "too long", (chance) => chance.letters(201 + chance.below(60))),
  inField("begin", "name", "what is no text", NOT_TEXT),
];

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0x01]);

const fileOf = (kind: string, bytes: (chance: Chance) => Buffer): Kind<WrongForm> => ({
  kind: `file: ${kind}`,
  make: (chance) => ({ form: "file", over: {}, at: "", content: bytes(chance).toString("base64") }),
});

const OF_FILE: Kind<WrongForm>[] = [
  fileOf("nothing known", (chance) => Buffer.concat([Buffer.from([0]), chance.bytes(200)])),
  fileOf("the beginning of a picture", (chance) => Buffer.concat([JPEG, chance.bytes(300)])),
  fileOf("a program", (chance) => Buffer.concat([Buffer.from("MZ"), chance.bytes(300)])),
  fileOf("an old office file", (chance) =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), chance.bytes(600)]),
  ),
  fileOf("a page with a program", (chance) => Buffer.from(`<script>${chance.letters(9)}()</script>`)),
  fileOf("a document that breaks off", (chance) => Buffer.from(`%PDF-1.7\n1 0 obj\n<< /${chance.letters(8)}`)),
];

export const WRONG_FORMS: readonly Kind<WrongForm>[] = [
  ...ofReport("report"),
  ...ofReport("amend"),
  inField("amend", "amend.kind", "no such reason", NO_CODE),
  inField("amend", "amend.reason", "a reason without words", (chance) => " ".repeat(1 + chance.below(50))),
  ...OF_TALLY,
  ...OF_UPLOAD,
  ...OF_FILE,
];
