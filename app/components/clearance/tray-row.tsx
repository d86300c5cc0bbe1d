import { Link } from "@remix-run/react";
import { Refusal } from "#app/components/form/refusal.tsx";
import { GoodsWords, useDayWords } from "#app/components/seizure/seizure-words.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { useCountryNames } from "#app/components/workspace/use-workspace.ts";
import type { Decided } from "#app/domain/clearance.ts";
import type { TrayReaders, TrayReport } from "./tray-types.ts";

type TrayRowProps = {
  report: TrayReport;
  home: string;
  chosen: boolean;
  choose: (chosen: boolean) => void;
  /** Why the last decision on it was refused. */
  refused: Decided | undefined;
};

/** One waiting report: what it says, how old it is, and by name who will read it. */
export function TrayRow({ report, home, chosen, choose, refused }: TrayRowProps) {
  const text = useText();
  const { id, version, command, goods, nationalCaseNo, approvedByMe } = report;
  return (
    <li className="tray-row">
      <label className="tray-choose">
        <input
          type="checkbox"
          className="check-box"
          name="chosen"
          value={id}
          checked={chosen}
          onChange={(event) => choose(event.currentTarget.checked)}
        />
        <span className="aside">{text("clearance.choose", { no: nationalCaseNo })}</span>
      </label>
      <input type="hidden" name={`base.${id}`} value={version} />
      <input type="hidden" name={`command.${id}`} value={command} />
      <div className="tray-what">
        <Link to={`${home}/${id}`} className="own-report-what">
          <GoodsWords items={goods} hollow />
        </Link>
        <Where report={report} />
        <Standing report={report} />
        {approvedByMe && <p className="caption">{text("clearance.second_person")}</p>}
        <Refusal refused={refused} />
      </div>
      <Readers readers={report.readers} heldBack={report.heldBack} handling={report.handling} />
    </li>
  );
}

/** What happened today, at an hour that nobody has said, has no age yet. */
const A_MINUTE = 60_000;

function Where({ report }: { report: TrayReport }) {
  const text = useText();
  const format = useFormat();
  const dayWords = useDayWords();
  const countries = useCountryNames();
  const { place, happened, delay, nationalCaseNo, author, unit, submittedAt } = report;
  const age =
    delay &&
    delay.milliseconds >= A_MINUTE &&
    text(delay.atLeast ? "clearance.age.least" : "clearance.age", { age: format.duration(delay.milliseconds) });
  return (
    <>
      <p className="tray-where">
        {[place.name, countries[place.country] ?? place.country].filter(Boolean).join(", ")} · {dayWords(happened)}
        {age && <span className="faint"> · {age}</span>}
      </p>
      <p className="caption">
        <span className="code">{nationalCaseNo}</span> · {[author, unit].filter(Boolean).join(", ")}
        {submittedAt && (
          <>
            {" · "}
            {text("clearance.sent")} <Time at={submittedAt} />
          </>
        )}
      </p>
    </>
  );
}

/** How far it is, and whether somebody put it on hold. */
function Standing({ report }: { report: TrayReport }) {
  const text = useText();
  const format = useFormat();
  const { step, steps, hold, approvedBy } = report;
  return (
    <p className="tray-standing">
      <Tag tone={hold ? "plain" : "lamp"}>{text("clearance.step", { step: step + 1, steps })}</Tag>
      {approvedBy.length > 0 && (
        <span className="caption">{text("clearance.approved_by", { names: format.list(approvedBy) })}</span>
      )}
      {hold && (
        <>
          <Tag tone="warn">{text("clearance.on_hold")}</Tag>
          <span className="caption">
            {hold.by ?? ""} <Time at={hold.at} />: <q>{hold.note}</q>
          </span>
        </>
      )}
    </p>
  );
}

/** So many are named at once; the rest is one tap away. */
const NAMED = 4;

function Readers({ readers, heldBack, handling }: { readers: TrayReaders; heldBack: boolean; handling: string }) {
  const text = useText();
  const { everybody, administrations, names, ofNames } = readers;
  const count = text(everybody ? "clearance.readers.all" : "clearance.readers.some", { n: administrations });
  return (
    <div className="tray-readers">
      <p>
        <Tag code>{handling}</Tag>{" "}
        {heldBack ? text("clearance.readers.held") : names.length === 0 ? text("clearance.readers.own") : count}
      </p>
      {names.length > NAMED ? (
        <details>
          <summary>
            {text("clearance.readers.more", { names: names.slice(0, NAMED).join("; "), n: names.length - NAMED })}
          </summary>
          <p className="caption">{names.slice(NAMED).join("; ")}</p>
        </details>
      ) : (
        names.length > 0 && <p className="caption">{names.join("; ")}</p>
      )}
      {ofNames && (
        <p className="caption">
          {ofNames.length > 0 ? text("clearance.names", { agencies: ofNames.join("; ") }) : text("clearance.names.own")}
        </p>
      )}
    </div>
  );
}
