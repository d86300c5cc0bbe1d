import type { ReportAnswer } from "./components/seizure/report-types.ts";
import { Id } from "./domain/id.ts";
import { type OutboxAnswer, StandingTally } from "./domain/outbox/answer.ts";
import { Problem } from "./domain/problem.ts";
import { textOf } from "./form.server.ts";
import { statusOf } from "./http.server.ts";
import { type Receiving, receiveReportForm } from "./report-receiving.server.ts";
import { memberOf, read } from "./services/write.server.ts";
import { receiveTallies } from "./tally-form.server.ts";

type Sent = Omit<Receiving, "kind" | "seizureId">;

/** What a device kept while there was no line: taken as if its form had been sent just now, and answered for a program. */
export async function receiveEntry(sent: Sent, form: FormData): Promise<Response> {
  await mustBeOwn(sent, form);
  switch (textOf(form, "intent")) {
    case "report":
      return receiveReportEntry(sent, form);
    case "tally":
      return receiveTallyEntry(sent, form);
    default:
      throw new Problem("invalid", "form.invalid");
  }
}

/** Whoever has signed in on the device meanwhile sends nothing that somebody else wrote. */
async function mustBeOwn({ acting }: Sent, form: FormData) {
  const person = await read(acting, async (_tx, self) => memberOf(self) && self.person.id);
  if (textOf(form, "person") !== person) throw new Problem("forbidden", "outbox.other_person");
}

const REPORT_KINDS = ["new", "draft", "amend"] as const;

async function receiveReportEntry(sent: Sent, form: FormData): Promise<Response> {
  const kind = REPORT_KINDS.find((one) => one === textOf(form, "as"));
  const id = Id.safeParse(textOf(form, "id"));
  if (!kind || !id.success) throw new Problem("invalid", "form.invalid");
  const receiving = kind === "new" ? { ...sent, kind } : { ...sent, kind, seizureId: id.data };
  const answer = await receiveReportForm(receiving, form);
  if (!("data" in answer)) return say({ is: "taken" });
  if (answer.data.lost) throw new Problem("unavailable", "database.away");
  return say(reportSaid(answer.data), answer.init?.status);
}

function reportSaid(answer: ReportAnswer): OutboxAnswer {
  const { fields, errors = {}, questions = [], stale, arrived, problem } = answer;
  if (arrived) return { is: "conflict", key: "outbox.arrived", values: {} };
  if (stale) {
    const both = { ...stale, taken: [...stale.taken], open: [...stale.open] };
    return { is: "conflict", key: "outbox.corrected", values: {}, fields, stale: both };
  }
  if (problem) return { is: "refused", key: problem.key, values: problem.values };
  return { is: "asks", questions: [...questions], errors };
}

async function receiveTallyEntry({ acting }: Sent, form: FormData): Promise<Response> {
  try {
    await receiveTallies(acting, form);
    return say({ is: "taken" });
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    const said = tallySaid(thrown);
    if (!said) throw thrown;
    return say(said, statusOf(thrown));
  }
}

/** Null for what is not about this tally but about the page: nobody signed in, no such operation. */
function tallySaid({ kind, message, values, detail }: Problem): OutboxAnswer | null {
  if (kind === "unauthenticated" || kind === "not-found" || kind === "unavailable") return null;
  const fields = detail.fields ?? {};
  const stale = kind === "stale" || Object.values(fields).flat().includes("tally.stale");
  if (stale)
    return { is: "conflict", key: "tally.stale", values: {}, tally: StandingTally.safeParse(detail.current).data };
  if (message === "command.reused") return { is: "conflict", key: "outbox.arrived", values: {} };
  if (Object.keys(fields).length > 0) return { is: "asks", questions: [], errors: fields };
  return { is: "refused", key: message, values };
}

function say(answer: OutboxAnswer, status = 200): Response {
  return Response.json(answer, { status });
}
