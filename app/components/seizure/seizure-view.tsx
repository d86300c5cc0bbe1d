import { FilesSection } from "#app/components/attachments/files-section.tsx";
import type { LinksOfSeizure } from "#app/components/case-links/link-types.ts";
import { LinksSection } from "#app/components/case-links/links-section.tsx";
import type { HighlightsOfCase } from "#app/components/highlights/highlight-types.ts";
import { HighlightsOfCaseSection } from "#app/components/highlights/highlights-of-case.tsx";
import { SeizureMap } from "#app/components/map/seizure-map.tsx";
import { type MediaOfCase, MediaOfCaseSection } from "#app/components/media/media-of-case.tsx";
import type { OutcomesOfSeizure } from "#app/components/outcomes/outcome-types.ts";
import { OutcomesSection } from "#app/components/outcomes/outcomes-section.tsx";
import { CommodityMark } from "#app/components/ui/marks.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { useBoundariesUrl } from "#app/components/workspace/use-workspace.ts";
import type { RecordFiles } from "#app/domain/attachment.ts";
import { slotOf } from "#app/domain/commodity-groups.ts";
import { isConfirmed } from "#app/domain/confirmed.ts";
import type { AudienceInput, Nominal } from "#app/domain/seizure.ts";
import { AfterwardsFacts, FoundFacts, RouteFacts, WhereFacts } from "./case-facts.tsx";
import { CaseReadings } from "./case-readings.tsx";
import { EntryNotice } from "./entry-notice.tsx";
import { EraseReleased } from "./erase-act.tsx";
import { GoodsFacts } from "./goods-facts.tsx";
import { JointNotice } from "./joint-notice.tsx";
import { LookAs } from "./look-as.tsx";
import { MergedMessages } from "./merged-messages.tsx";
import { NamesSection } from "./names-section.tsx";
import { NarrativeSection } from "./narrative-section.tsx";
import type { ReleasedPage } from "./page-types.ts";
import type { Naming } from "./report-lines.ts";
import { SeizureActs } from "./seizure-acts.tsx";
import { SeizureHistory } from "./seizure-history.tsx";
import { AskQuestion, OpenQuestions } from "./seizure-questions.tsx";
import { StateWord } from "./seizure-words.tsx";
import { toldOf } from "./told.ts";

type SeizureViewProps = {
  page: ReleasedPage;
  files: RecordFiles;
  nominal: Nominal | null;
  /** Other cases that may belong to it; null where it is looked at as somebody else. */
  links: LinksOfSeizure | null;
  /** Reports that it may be chosen for, or that ask about it. */
  highlights: HighlightsOfCase | null;
  /** What the media desk has of it, for those who speak for it or run the desk. */
  media: MediaOfCase | null;
  /** What became of it, for those who read the case. */
  outcomes: OutcomesOfSeizure | null;
  naming: Naming;
  reporter: string;
  home: string;
  participants: readonly { iso2: string; name: string }[];
  countries: Readonly<Record<string, string>>;
};

/** One seizure as far as the reader may see it: what awaits an answer first, then the facts, the way, the history. */
export function SeizureView(props: SeizureViewProps) {
  const { page, files, nominal, links, highlights, media, outcomes, naming, participants, countries } = props;
  const { fact } = page;
  const boundariesUrl = useBoundariesUrl();
  return (
    <article className="seizure">
      <SeizureHead {...props} />
      <div className="seizure-body">
        <div className="seizure-facts">
          <JointNotice
            seizure={fact.id}
            partners={page.partners}
            mayPart={page.may.part}
            home={props.home}
            country={naming.country}
          />
          <EntryNotice entry={page.entry} commands={page.commands} />
          <OpenQuestions {...page} />
          <MergedMessages merged={page.merged} naming={naming} home={props.home} />
          <Facts page={page} naming={naming} />
          <OutcomesSection told={outcomes} />
          {links && <LinksSection links={links} seizure={fact.id} home={props.home} />}
          <MediaOfCaseSection media={media} files={files} />
          <HighlightsOfCaseSection highlights={highlights} seizure={fact.id} />
          <FilesSection files={files} />
          {page.hasNames && <NamesSection nominal={nominal} agency={naming.agency} />}
          <EraseReleased page={page} />
        </div>
        <div className="seizure-side">
          <SeizureMap
            fact={fact}
            participants={participants}
            names={countries}
            placeNames={page.places}
            boundariesUrl={boundariesUrl}
          />
          <SeizureHistory page={page} naming={naming} />
        </div>
      </div>
    </article>
  );
}

function SeizureHead({ page, reporter, naming, home }: SeizureViewProps) {
  const text = useText();
  const { fact, case: kase, questions } = page;
  const [first] = fact.items;
  const told = toldOf(fact, kase?.input ?? null, page.places);
  const place = told.place.name || naming.country(fact.place.country);
  const open = questions.filter((question) => question.answer === null).length;
  const agency = naming.agency(fact.agencyId);
  const owner = agency.includes(reporter) ? agency : `${reporter}, ${agency}`;
  return (
    <header className="seizure-head">
      {first && <CommodityMark slot={slotOf(first.commodity)} hollow={!isConfirmed(fact)} size={24} />}
      <div className="seizure-name">
        <h1 className="title-2">{[useGoodsTitle(page), place].filter(Boolean).join(", ")}</h1>
        <p className="caption">
          <span className="code">{fact.messageNo}</span> · {owner}
          {kase && ` · ${text("seizure.version_small", { n: kase.version })}`}
        </p>
      </div>
      <div className="seizure-acts">
        <Tag>
          <StateWord fact={fact} held={kase?.held && fact.state !== "withdrawn"} />
          {open > 0 && ` · ${text("seizure.open", { n: open })}`}
        </Tag>
        {kase && (
          <Tag>
            {text.code("handling", kase.input.handling)} <span className="code">{kase.input.handling}</span>
          </Tag>
        )}
        <AskQuestion {...page} />
        <SeizureActs page={page} home={home} />
      </div>
    </header>
  );
}

/** "Ivory, raw, 95.54 kg": what is known of it. */
function useGoodsTitle({ fact }: ReleasedPage): string {
  const text = useText();
  const format = useFormat();
  const [first, ...others] = fact.items;
  if (!first) return "";
  const known = first.quantity !== null && first.unit !== null;
  const amount = known ? `, ${format.quantity(first.quantity ?? "", first.unit ?? "")}` : "";
  const more = others.length > 0 ? ` ${text("seizures.goods.more", { n: others.length })}` : "";
  return `${text.commodity(first.commodity)}${amount}${more}`;
}

function Facts({ page, naming }: { page: ReleasedPage; naming: Naming }) {
  const text = useText();
  const { fact, case: kase, about, readers } = page;
  const told = toldOf(fact, kase?.input ?? null, page.places);
  const several = fact.items.length > 1;
  return (
    <>
      {!kase && <Notice title={text("seizure.facts_only.title")}>{text("seizure.facts_only.text")}</Notice>}
      <div className="fact-columns">
        <div>
          {fact.items.map((item, line) => (
            <GoodsFacts
              // biome-ignore lint/suspicious/noArrayIndexKey: goods have nothing of their own but their order.
              key={line}
              counted={item}
              told={kase?.input.items[line]}
              taxon={about.taxa[item.taxonId ?? ""]}
              equivalents={about.equivalents[line] ?? []}
              hollow={!isConfirmed(fact)}
              title={several ? text("report.item.number", { n: line + 1 }) : text("report.section.what")}
            />
          ))}
          <FoundFacts told={told} country={naming.country} />
          {kase && <AfterwardsFacts detail={kase.input} />}
          {kase && <NarrativeSection page={page} kase={kase} />}
        </div>
        <div>
          <WhereFacts
            told={told}
            country={naming.country}
            released={{ at: fact.releasedAt, late: fact.late, timeliness: page.timeliness }}
            outside={fact.outsideWindow}
          />
          <RouteFacts told={told} country={naming.country} />
          {kase && <Readers readers={readers} kind={kase.input.audience.kind} />}
          <CaseReadings readings={page.readings} />
          <LookAs allowed={page.may.lookAs} />
        </div>
      </div>
    </>
  );
}

/** Who may read the case, by name: the owner and the coordination unit beside those listed. */
function Readers({ readers, kind }: { readers: ReleasedPage["readers"]; kind: AudienceInput["kind"] }) {
  const text = useText();
  return (
    <section className="fact-group">
      <h2 className="heading">{text("report.section.readers")}</h2>
      <p>{text(`seizure.readers.${kind}`, { n: readers.length })}</p>
      <ul className="readers-tags">
        {readers.map((reader) => (
          <li key={reader.id}>
            <Tag>{reader.name}</Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}
