import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import { forgetKept, keptName } from "#app/components/seizure/kept-form.ts";
import { ReportForm } from "#app/components/seizure/report-form.tsx";
import type { ReportAnswer } from "#app/components/seizure/report-types.ts";
import { useNow } from "#app/components/ui/text-context.tsx";
import type { FieldErrors } from "#app/domain/field-errors.ts";
import { localDateIn } from "#app/domain/local-date.ts";
import type { OutboxContent } from "#app/domain/outbox/entry.ts";
import { readSeizureForm } from "#app/domain/seizure-form/read.ts";
import { type FormFields, textOf } from "#app/domain/seizure-form/rows.ts";
import { latestDay } from "#app/domain/seizure-form/time.ts";
import { addEntry, letFilesGo, type OpenEntry, whyNotKept } from "#app/outbox/entries.ts";
import { freshForm } from "#app/outbox/kits.ts";
import { SHELL } from "#app/outbox/shell.ts";
import { startSending } from "#app/outbox/start.ts";
import type { OpenOutbox } from "./use-outbox.ts";
import "#app/components/seizure/report.css";

type KeptReportProps = { outbox: OpenOutbox; operation: string; entry?: OpenEntry };

/** The form of a report as the device draws it: a new one, or one that waits and is opened again. Sending keeps it here. */
export function KeptReport({ outbox, operation, entry }: KeptReportProps) {
  const navigate = useNavigate();
  const now = useNow();
  const { person } = outbox.account;
  const kit = outbox.kits.get(operation)?.report;
  // Read once: an answer that comes while somebody types must not change the form under their hands.
  const [begun] = useState(() => beginning(entry, kit?.initial ?? {}));
  const [found, setFound] = useState<ReportAnswer | null>(null);
  if (!kit) return null;
  // Lists may be of yesterday; the day is today's.
  const choices = { ...kit.choices, today: localDateIn(kit.choices.operation.zone, now) };
  const keep = async (fields: FormFields) => {
    const errors = missingIn(fields, kit.choices.operation.zone, now);
    // Said once, so that nobody learns of a missing number days later. Whoever sends again leaves it to the server.
    if (Object.keys(errors).length > 0 && JSON.stringify(errors) !== JSON.stringify(found?.errors)) {
      return setFound({ fields, errors });
    }
    const content: OutboxContent = { kind: "report", as: begun.as, fields };
    try {
      // Kept twice by two taps, it is one thing: it has the id of its command.
      await addEntry({ id: entry?.id ?? String(fields.commandId), owner: person, operation, content });
    } catch (failed) {
      return setFound({ fields, problem: { key: whyNotKept(failed), values: {} } });
    }
    await letFilesGo(person, String(fields.id));
    forgetKept(keptName(person, operation, "new"));
    startSending();
    navigate(SHELL);
  };
  return (
    <ReportForm
      kind={begun.as}
      choices={choices}
      initial={begun.fields}
      answer={found ?? begun.answer}
      personId={person}
      backTo={SHELL}
      onKeep={keep}
    />
  );
}

/** What the device itself can see is missing. Places it cannot look up, and what it was told of them it believes. */
function missingIn(fields: FormFields, zone: string, now: Date): FieldErrors {
  const read = readSeizureForm(fields, { zone, latestDay: latestDay(now), places: new Map() });
  if (read.ok) return {};
  const looked = (name: string) => textOf(fields, `${name.replace(/\.[^.]+$/, "")}.placeId`) !== "";
  return Object.fromEntries(Object.entries(read.errors).filter(([name]) => !looked(name)));
}

type Beginning = { as: "new" | "draft" | "amend"; fields: FormFields; answer: ReportAnswer | null };

function beginning(entry: OpenEntry | undefined, initial: FormFields): Beginning {
  if (entry?.content.kind !== "report") return { as: "new", fields: freshForm(initial), answer: null };
  const { as, fields } = entry.content;
  return { as, fields, answer: answerOf(entry, fields) };
}

/** What the server said, as the form shows it: errors at their fields, questions, two versions put together. */
function answerOf({ answer }: OpenEntry, fields: FormFields): ReportAnswer | null {
  switch (answer?.is) {
    case "asks":
      return { fields: { ...fields, depth: "full" }, errors: answer.errors, questions: answer.questions };
    case "conflict":
      return answer.stale ? { fields: answer.fields ?? fields, stale: answer.stale } : null;
    case "refused":
      return { fields, problem: { key: answer.key, values: answer.values } };
    default:
      return null;
  }
}
