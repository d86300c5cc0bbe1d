import { isField, ROWS, type RowsName } from "./fields.ts";
import { TYPED_NUMBER } from "./mark.ts";
import { type FormFields, listOf, rowsOf, withoutRow, withRow, withRowMoved } from "./rows.ts";

/** What starts a row that somebody asked for. */
const START: Record<RowsName, FormFields> = {
  items: { commodity: "", slot: "" },
  route: { role: "transit", "place.country": "" },
  "persons.nationalities": { country: "" },
  "nominal.persons": { name: "" },
};

/** What a button of the form asks for, besides sending it. */
export type FormStep =
  | { act: "add"; rows: RowsName; role?: string }
  | { act: "remove" | "up" | "down"; rows: RowsName; row: number }
  | { act: "answer"; field: string; value: string }
  | { act: "keep"; question: string }
  | { act: "full" | "short" | "find" };

/** A step as the value of a submit button, so that it works without scripts: "remove:items:2". */
export function stepText(step: FormStep): string {
  if (step.act === "add") return ["add", step.rows, ...(step.role ? [step.role] : [])].join(":");
  if (step.act === "answer") return `answer:${step.field}=${step.value}`;
  if (step.act === "keep") return `keep:${step.question}`;
  return "row" in step ? [step.act, step.rows, step.row].join(":") : step.act;
}

export function readStep(text: string): FormStep | null {
  const [act = "", rows = "", detail = ""] = text.split(":");
  const rest = text.slice(act.length + 1);
  if (act === "full" || act === "short" || act === "find") return { act };
  if (act === "keep") return { act, question: rest };
  if (act === "answer") return readAnswer(rest);
  if (!isRowsName(rows)) return null;
  if (act === "add") return detail === "" ? { act, rows } : { act, rows, role: detail };
  if ((act === "remove" || act === "up" || act === "down") && /^\d{1,3}$/.test(detail)) {
    return { act, rows, row: Number(detail) };
  }
  return null;
}

function readAnswer(text: string): FormStep | null {
  const [field = ""] = text.split("=", 1);
  if (!isField(field)) return null;
  return { act: "answer", field, value: text.slice(field.length + 1) };
}

function isRowsName(text: string): text is RowsName {
  return Object.hasOwn(ROWS, text);
}

/** The form after a step; scripts and server take the same one. */
export function afterStep(fields: FormFields, step: FormStep): FormFields {
  switch (step.act) {
    case "add":
      return withRow(fields, step.rows, step.role ? { ...START[step.rows], role: step.role } : START[step.rows]);
    case "remove":
      return rowsOf(fields, step.rows).length === 1 && step.rows === "items"
        ? withRow(withoutRow(fields, "items", step.row), "items", START.items)
        : withoutRow(fields, step.rows, step.row);
    case "up":
    case "down":
      return withRowMoved(fields, step.rows, step.row, step.act === "up" ? -1 : 1);
    case "answer":
      return { ...fields, ...answered(fields, step.field, step.value) };
    case "keep":
      return { ...fields, confirmed: [...new Set([...listOf(fields, "confirmed"), step.question])] };
    case "full":
    case "short":
      return { ...fields, depth: step.act };
    case "find":
      return fields;
  }
}

/** An answer comes with a point, a list with spaces; the form holds what its reader would have typed and chosen. */
function answered(fields: FormFields, field: string, value: string): FormFields {
  if (field === "audience.agencies" || field === "audience.members") {
    return { "audience.kind": field.slice("audience.".length), [field]: value === "" ? [] : value.split(" ") };
  }
  return { [field]: TYPED_NUMBER.test(field) && fields.mark === "," ? value.replace(".", ",") : value };
}
