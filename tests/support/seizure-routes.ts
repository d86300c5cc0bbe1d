import { v7 as uuid } from "uuid";
import type { OwnReport } from "#app/components/seizure/own-reports.tsx";
import type { Look, ReleasedPage, UnreleasedPage } from "#app/components/seizure/page-types.ts";
import type { ReportAnswer } from "#app/components/seizure/report-types.ts";
import type { ListPage } from "#app/components/seizure/seizure-list.tsx";
import { questionKey } from "#app/domain/asked.ts";
import type { Question } from "#app/domain/checks.ts";
import type { Id } from "#app/domain/id.ts";
import type { Nominal } from "#app/domain/seizure.ts";
import type { ReportChoices } from "#app/domain/seizure-form/choices.ts";
import { pairsOf } from "#app/domain/seizure-form/fields.ts";
import type { FormFields } from "#app/domain/seizure-form/rows.ts";
import { loader as list } from "#app/routes/operations.$operationId.seizures._index.tsx";
import { loader as page } from "#app/routes/operations.$operationId.seizures.$seizureId.tsx";
import { action as send } from "#app/routes/operations.$operationId.seizures.new.tsx";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { type Said, visit } from "./visit.ts";
import { aCommand, agencyOf, aWorld, type World } from "./world.ts";

type FormData = { choices: ReportChoices; initial: FormFields };
type ListData = { page: ListPage; reports: OwnReport[] };
type PageData = {
  page: { released: ReleasedPage | null; report: UnreleasedPage | null };
  look: Look | null;
  nominal: Nominal | null;
};

/** An operation in a database of its own, people of every role in it, and how they call the pages of its seizures. */
export async function seizureRoutes() {
  const world = await aWorld({ steps: { "VN-CUS": 1, "TH-CUS": 0 } });
  const join = (role: Parameters<World["join"]>[0]["role"], code: string) =>
    world.join({ role, agency: agencyOf(world, code) });
  const officer: Acting = await join("reporter", "VN-CUS");
  const contact: Acting = await join("ncp", "VN-CUS");
  const thai: Acting = await join("ncp", "TH-CUS");
  const coordinator: Acting = await join("ocu", "RILO");
  const observer: Acting = await join("observer", "LA-CUS");

  const home = () => `/operations/${world.operationId}/seizures`;
  const as = ({ token }: Acting, seizureId?: Id) => ({
    house: world.house,
    token,
    params: { operationId: world.operationId, ...(seizureId && { seizureId }) },
  });

  async function sendAs(who: Acting, fields: FormFields) {
    return answered(await visit(send, `${home()}/new`, { ...as(who), form: posted(fields) }));
  }

  async function pageFor(who: Acting, id: Id, query = "") {
    const { data, ...said } = await visit(page, `${home()}/${id}${query}`, as(who, id));
    return { ...said, data: data as PageData };
  }

  async function listFor(who: Acting, query = "") {
    const { data, ...said } = await visit(list, `${home()}${query}`, as(who));
    return { ...said, data: data as ListData };
  }

  async function released(who: Acting = thai, over: Parameters<typeof aSeizureInput>[0] = {}) {
    const seizure = aSeizureInput(over);
    await submitReport(who, aCommand(seizure));
    return seizure;
  }

  return { world, officer, contact, thai, coordinator, observer, home, as, sendAs, pageFor, listFor, released };
}

/** What an officer says in one minute, as the short form posts it. */
export function shortForm(over: FormFields = {}): FormFields {
  const id = uuid();
  return {
    id,
    commandId: uuid(),
    depth: "short",
    mark: ",",
    send: "report",
    nationalCaseNo: `FORM-${id}`,
    "items.0.slot": "I",
    "items.0.commodity": "F2.raw_ivory",
    "items.0.quantity": "95,54",
    "items.0.unit": "kg",
    "place.country": "VN",
    occurredOn: "2021-05-17",
    mode: "air_cargo",
    handling: "H1",
    "audience.kind": "all",
    ...over,
  };
}

/** As a browser without scripts posts it: names repeated where several may be chosen. */
export function posted(fields: FormFields): Record<string, string | string[]> {
  const form: Record<string, string | string[]> = {};
  for (const [name, value] of [...pairsOf(fields)]) {
    const before = form[name];
    form[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return form;
}

/** What the actions of the form give its page. */
export const answered = ({ data, ...said }: Said) => ({ ...said, data: data as Partial<ReportAnswer> });
/** What the loaders of the form give its page. */
export const formOf = ({ data, ...said }: Said) => ({ ...said, data: data as FormData });

/** The doubts of an answer, as the page posts them once they were asked. */
export function seenKeys(questions: readonly Question[] = []): string[] {
  return questions.map(questionKey);
}
