import { data as answerWith, type MetaFunction } from "@remix-run/node";
import { useLoaderData, useRevalidator, useSearchParams } from "@remix-run/react";
import { useMemo } from "react";
import { linksOfSeizure } from "#app/case-links-page.server.ts";
import { ActReceipt } from "#app/components/seizure/case-readings.tsx";
import { ChangedLine } from "#app/components/seizure/changed-line.tsx";
import { ErasedView } from "#app/components/seizure/erased-view.tsx";
import { LookBanner } from "#app/components/seizure/look-as.tsx";
import type { Naming } from "#app/components/seizure/report-lines.ts";
import { SeizureView } from "#app/components/seizure/seizure-view.tsx";
import { SentNotice } from "#app/components/seizure/sent-notice.tsx";
import { UnreleasedView } from "#app/components/seizure/unreleased-view.tsx";
import { usePrintNote } from "#app/components/seizure/use-print-note.ts";
import { useCountryNames, useParticipants, useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { erasedPage } from "#app/erased-page.server.ts";
import { highlightsOfCase } from "#app/highlights-page.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { useFrames, useOwnReportChanges } from "#app/live/live-context.tsx";
import { mediaOfCase } from "#app/media-of-case.server.ts";
import { outcomesOfSeizure } from "#app/outcomes-page.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { actOnSeizure } from "#app/seizure-acts.server.ts";
import { seizureIdOf } from "#app/seizure-address.ts";
import { lookAs } from "#app/seizure-look.server.ts";
import { namesOf, seizurePage } from "#app/seizure-page.server.ts";
import { noteAccess, noteOpening } from "#app/services/access-log.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import "#app/components/seizure/report.css";
import "#app/components/seizure/seizure.css";
import { readForm } from "#app/form.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "shell.place.seizures") }];

export const loader = forParticipant(async ({ acting, request, params, context }) => {
  const id = seizureIdOf(params);
  const asked = new URL(request.url).searchParams;
  const answer = await read(acting, async (tx, self) => {
    const erased = await erasedPage(tx, self, id);
    if (erased) return { erased };
    const page = await seizurePage(tx, self, id);
    const look = await lookAs(tx, self, { page, params: asked });
    const shown = asked.has("names") && look?.names !== false;
    const nominal = shown ? await namesOf(tx, self, id) : null;
    // As another agency sees it: what belongs together there is what that one sees of other cases, too.
    const links = page.released && !look ? await linksOfSeizure(tx, { house: acting.house, self }, id) : null;
    const highlights = page.released && !look ? await highlightsOfCase(tx, self, page.released.fact) : null;
    const media = page.released && !look ? await mediaOfCase(tx, self, page.released.fact) : null;
    const reads = page.released?.case && (!look || look.page?.case);
    const outcomes =
      page.released && reads ? await outcomesOfSeizure(tx, self, page.released.fact, look !== null) : null;
    return {
      erased: null,
      page,
      look,
      nominal,
      links,
      highlights,
      media,
      outcomes,
      personId: self.person.id,
      agencyId: memberOf(self).agencyId,
    };
  });
  if (answer.erased) return answerWith(answer, { status: 410 });
  const { requestId } = context;
  // Written down before it is shown: where that fails, nothing is shown.
  if (answer.nominal) await noteAccess(acting, { action: "nominal.read", subject: id, outcome: "shown", requestId });
  const { agencyId, ...data } = answer;
  const { page, personId } = data;
  if (page.released?.case && page.released.fact.agencyId !== agencyId) {
    noteOpening(acting, { action: "case.read", personId, seizure: id, requestId });
  }
  return answerWith(data);
});

export const action = forParticipant(async ({ acting, operationId, request, params, context: { requestId } }) =>
  actOnSeizure({ acting, operationId, seizure: seizureIdOf(params), form: await readForm(request), requestId }),
);

/** One seizure, a report on its way to being one, or what is left of an erased one, as far as this reader may see it. */
export default function SeizureRoute() {
  const loaded = useLoaderData<typeof loader>();
  const { operation, participants } = useWorkspace();
  const { erased } = loaded;
  if (!erased) return <StandingRecord {...loaded} />;
  const agency = participants.find(({ agencyId }) => agencyId === erased.agencyId)?.agencyName ?? "";
  return <ErasedView erased={erased} agency={agency} home={`/operations/${operation.id}`} />;
}

/** What takes the case, or all of it, from somebody who has it open. */
const CLOSES: ReadonlySet<string> = new Set(["seizure.narrowed", "seizure.erased"]);

type Standing = Extract<ReturnType<typeof useLoaderData<typeof loader>>, { erased: null }>;

function StandingRecord({ page, look, nominal, links, highlights, media, outcomes, personId }: Standing) {
  const { operation, participants, me } = useWorkspace();
  const [params] = useSearchParams();
  const { released, report, files } = look ? { released: look.page, report: null, files: look.files } : page;
  const id = released?.fact.id;
  const countries = useCountryNames();
  const members = useParticipants();
  const { revalidate } = useRevalidator();
  // Questions and approvals are in no snapshot: what they are now, the loader tells.
  useOwnReportChanges(revalidate);
  useFrames("desk", revalidate);
  // Whoever loses the case keeps the facts: what may be shown now, the loader tells.
  useFrames("operation", ({ events }) => {
    const closes = events.some(({ type, body }) => CLOSES.has(type) && body?.seizure === id);
    // A photo, a document or a summary came to it or was taken from it, or the case alone was corrected.
    if (closes || events.some(({ type, body }) => type === "case.touched" && body?.case === id)) revalidate();
  });
  const naming = useMemo<Naming>(
    () => ({
      country: (code) => countries[code] ?? code,
      agency: (id) => participants.find((row) => row.agencyId === id)?.agencyName ?? id,
      member: (id) => released?.people[id] ?? id,
    }),
    [countries, participants, released],
  );
  usePrintNote(released !== null && released.case !== null && released.fact.agencyId !== me.agencyId);
  const home = `/operations/${operation.id}/seizures`;
  return (
    <>
      {look && <LookBanner look={look} agency={naming.agency(look.agencyId)} />}
      {!look && (
        <SentNotice
          page={page}
          personId={personId}
          operationId={operation.id}
          home={home}
          just={params.has("sent") ? "sent" : params.has("kept") ? "kept" : null}
        />
      )}
      {released && <ActReceipt readings={released.readings} />}
      {released && !look && (
        <ChangedLine fact={released.fact} own={released.fact.agencyId === me.agencyId} reads={released.case !== null} />
      )}
      {released && (
        <SeizureView
          page={released}
          files={files}
          nominal={nominal}
          links={links}
          highlights={highlights}
          media={media}
          outcomes={outcomes}
          naming={naming}
          reporter={countries[released.fact.reporter] ?? released.fact.reporter}
          home={home}
          participants={members.map(({ code, name }) => ({ iso2: code, name }))}
          countries={countries}
        />
      )}
      {report && <UnreleasedView page={report} files={files} nominal={nominal} naming={naming} home={home} />}
    </>
  );
}
