import { z } from "zod";
import { Id } from "./domain/id.ts";
import { EditionNamed, ReportFrozen, SectionWritten } from "./domain/operation-report/report.ts";
import { Problem } from "./domain/problem.ts";
import { commandOf, parsed, textOf, wholeOf } from "./form.server.ts";
import { chooseByForm, takeOutByForm } from "./highlights-form.server.ts";
import type { Acting } from "./services/house.server.ts";
import {
  freezeReport,
  publishReport,
  reckonAnew,
  setAside,
  writeSection,
} from "./services/operation-reports.server.ts";

type Sent = { acting: Acting; report: string | undefined; form: FormData; intent: string };

/** One step of a report, by the name of its form. */
export async function changeReportByForm({ acting, report: address, form, intent }: Sent) {
  const report = reportIn(address);
  switch (intent) {
    case "reckon":
      await reckonAnew(acting, commandOf(form, { report }));
      break;
    case "write":
      await writeSection(acting, commandOf(form, written(form, report)));
      break;
    case "freeze":
      await freezeReport(
        acting,
        commandOf(form, parsed(ReportFrozen, { report, reckoning: wholeOf(form, "reckoning") })),
      );
      break;
    case "publish":
      await publishReport(acting, commandOf(form, parsed(EditionNamed, { report, edition: wholeOf(form, "edition") })));
      break;
    case "choose_highlight":
      await chooseByForm(acting, form, report);
      break;
    case "take_out_highlight":
      await takeOutByForm(acting, form, report);
      break;
    case "set_aside":
      await setAside(acting, commandOf(form, { report, aside: textOf(form, "aside") === "yes" }));
      break;
    default:
      throw new Problem("invalid", "form.invalid");
  }
  return { done: intent, section: textOf(form, "section") };
}

export function reportIn(address: string | undefined): Id {
  const id = Id.safeParse(address);
  if (!id.success) throw new Problem("not-found", "operation_report.unknown");
  return id.data;
}

const Json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "form.invalid" });
    return z.NEVER;
  }
});

function written(form: FormData, report: Id) {
  return parsed(SectionWritten, {
    report,
    section: textOf(form, "section"),
    base: wholeOf(form, "base"),
    text: parsed(Json, textOf(form, "text")),
  });
}

/** The version that an address names. */
export function editionIn(params: Readonly<Record<string, string | undefined>>): { report: Id; number: number } {
  const number = /^[1-9]\d{0,5}$/.test(params.number ?? "") ? Number(params.number) : null;
  if (number === null) throw new Problem("not-found", "operation_report.edition.unknown");
  return { report: reportIn(params.reportId), number };
}
