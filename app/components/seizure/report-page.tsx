import { useLoaderData } from "@remix-run/react";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { RefusedState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { ReportChoices } from "#app/domain/seizure-form/choices.ts";
import type { FormFields } from "#app/domain/seizure-form/rows.ts";
import { ReportForm } from "./report-form.tsx";
import type { ReportAnswer, ReportKind } from "./report-types.ts";
import "./report.css";

/** What the loaders of the form's pages give. */
export type ReportPageData =
  | { refused: "role" | "state" }
  | {
      refused: null;
      kind: ReportKind;
      choices: ReportChoices;
      initial: FormFields;
      personId: string;
      messageNo?: string;
      backTo: string;
    };

/** The page of the form: for a new report, a draft, or an amendment. */
export function ReportPage() {
  const data = useLoaderData<ReportPageData>();
  const answer = useAnswer<ReportAnswer>() ?? null;
  const text = useText();
  if (data.refused !== null) {
    return <RefusedState title={text("report.refused.title")}>{text(`report.refused.${data.refused}`)}</RefusedState>;
  }
  return <ReportForm key={String(data.initial.id)} {...data} answer={answer} />;
}
