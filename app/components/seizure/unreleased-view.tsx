import { Link } from "@remix-run/react";
import { FilesSection } from "#app/components/attachments/files-section.tsx";
import { DeliveryNotes } from "#app/components/outbox/delivery-notes.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { RecordFiles } from "#app/domain/attachment.ts";
import type { Nominal } from "#app/domain/seizure.ts";
import { ActForm, AskedAct, useRefusal } from "./act-form.tsx";
import { AfterwardsFacts, FoundFacts, RouteFacts, WhereFacts } from "./case-facts.tsx";
import { EntryNotice } from "./entry-notice.tsx";
import { EraseUnreleased } from "./erase-act.tsx";
import { GivenBefore } from "./given-before.tsx";
import { GoodsFacts } from "./goods-facts.tsx";
import { NamesSection } from "./names-section.tsx";
import { useOrderWords } from "./order-words.ts";
import { ReportState } from "./own-reports.tsx";
import type { UnreleasedPage } from "./page-types.ts";
import type { Naming } from "./report-lines.ts";
import { toldOfInput } from "./told.ts";

type UnreleasedViewProps = {
  page: UnreleasedPage;
  files: RecordFiles;
  nominal: Nominal | null;
  naming: Naming;
  home: string;
};

/** A report inside its agency: where it stands, what it says, and what may be decided. */
export function UnreleasedView({ page, files, nominal, naming, home }: UnreleasedViewProps) {
  const text = useText();
  const { input, state, step, steps, note, may } = page;
  const [first] = input?.items ?? [];
  return (
    <article className="seizure">
      <header className="seizure-head">
        <div className="seizure-name">
          <h1 className="title-2">
            {first ? (
              <>
                {text.commodity(first.commodity)},{" "}
                <Quantity amount={first.quantity} unit={first.unit} qualifier={first.qualifier} />
              </>
            ) : (
              text("seizures.own.unfinished")
            )}
          </h1>
          <p className="caption">{text("seizure.inside")}</p>
        </div>
        <div className="seizure-acts">
          <ReportState report={{ state, step, steps, onHold: page.onHold, waits: may.clear }} />
          <Decisions page={page} home={home} />
        </div>
      </header>
      <div className="seizure-facts">
        <EntryNotice entry={page.entry} commands={page.commands} />
        {state === "returned" && note && (
          <Notice tone="warn" title={text("seizure.returned")}>
            “{note}”
          </Notice>
        )}
        <Approvals page={page} />
        <DeliveryNotes deliveries={page.deliveries} />
        {input ? <ReportFacts page={page} naming={naming} /> : <p>{text("seizure.draft.text")}</p>}
        <FilesSection files={files} />
        {page.showsNames && <NamesSection nominal={nominal} agency={naming.agency} />}
        <EraseUnreleased page={page} />
        <p>
          <Link to={home}>{text("seizures.title")}</Link>
        </p>
      </div>
    </article>
  );
}

function ReportFacts({ page, naming }: { page: UnreleasedPage; naming: Naming }) {
  const text = useText();
  if (!page.input) return null;
  const told = toldOfInput(page.input);
  const several = page.input.items.length > 1;
  return (
    <div className="fact-columns">
      <div>
        {page.input.items.map((item, line) => (
          <GoodsFacts
            // biome-ignore lint/suspicious/noArrayIndexKey: goods have nothing of their own but their order.
            key={line}
            counted={undefined}
            told={item}
            taxon={undefined}
            equivalents={[]}
            hollow
            title={several ? text("report.item.number", { n: line + 1 }) : text("report.section.what")}
          />
        ))}
        <FoundFacts told={told} country={naming.country} />
        <AfterwardsFacts detail={page.input} />
      </div>
      <div>
        <WhereFacts told={told} country={naming.country} outside={false} />
        <RouteFacts told={told} country={naming.country} />
      </div>
    </div>
  );
}

function Decisions({ page, home }: { page: UnreleasedPage; home: string }) {
  const text = useText();
  const { may } = page;
  const values = { base: String(page.version) };
  return (
    <>
      {may.write && <LinkButton to={`${home}/${page.id}/draft`}>{text("seizure.continue")}</LinkButton>}
      {may.write && <Discard page={page} values={values} />}
      {may.clear && <Clear page={page} values={values} />}
    </>
  );
}

function Discard({ page, values }: { page: UnreleasedPage; values: Record<string, string> }) {
  const text = useText();
  const refused = useRefusal("discard");
  return (
    <AskedAct danger label={text("seizure.discard")} title={text("seizure.discard.title")} open={refused !== null}>
      <ActForm
        act="discard"
        command={page.commands.discard}
        values={values}
        kind="danger"
        confirm={text("seizure.discard")}
      >
        <p>{text("seizure.discard.text")}</p>
      </ActForm>
    </AskedAct>
  );
}

function Clear({ page, values }: { page: UnreleasedPage; values: Record<string, string> }) {
  const text = useText();
  const { commands, step, steps } = page;
  const last = step + 1 >= steps;
  const words = text(last ? "seizure.release" : "seizure.clear", { step: step + 1, steps });
  return (
    <>
      <AskedAct
        label={text("seizure.return")}
        title={text("seizure.return.title")}
        open={useRefusal("return") !== null}
      >
        <ActForm
          act="return"
          command={commands.return}
          values={values}
          says={{ name: "note", label: text("seizure.return.why") }}
          confirm={text("seizure.return")}
        />
      </AskedAct>
      <ActForm act="clear" command={commands.clear} values={values} kind="primary" confirm={words} />
      <GivenBefore page={page} values={values} confirm={words} />
    </>
  );
}

function Approvals({ page }: { page: UnreleasedPage }) {
  const text = useText();
  const orderWords = useOrderWords();
  if (page.clearances.length === 0) return null;
  return (
    <ul className="history">
      {page.clearances.map(({ at, step, decision, by, note, ...order }) => (
        <li key={at} className="history-entry">
          <div>{text.label(`seizure.clearance.${decision}`, { step })}</div>
          {note && <q>{note}</q>}
          <div className="caption">{orderWords(order)}</div>
          <div className="caption">
            <Time at={at} as="moment" /> {by}
          </div>
        </li>
      ))}
    </ul>
  );
}
