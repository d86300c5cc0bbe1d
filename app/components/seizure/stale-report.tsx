import { WarningCircleIcon } from "@phosphor-icons/react/dist/ssr/WarningCircle";
import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { TableFrame } from "#app/components/ui/table-frame.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { withPart } from "#app/domain/seizure-form/merge.ts";
import { useReport } from "./report-context.ts";
import { type ReportLine, useReportLines } from "./report-lines.ts";
import type { StaleAnswer } from "./report-types.ts";

/** Somebody saved another version meanwhile: what only they changed is in the form, what both changed is decided here. */
export function StaleReport({ stale }: { stale: StaleAnswer }) {
  const text = useText();
  const { store } = useReport();
  const words = usePartWords(stale);
  const { by, open, taken } = stale;
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const take = (part: string, other: boolean) => {
    store.replace(withPart(store.fields(), other ? stale.theirs : stale.mine, part), { redraw: true });
    const rest = [...theirs].filter((one) => one !== part);
    setTheirs(new Set(other ? [...rest, part] : rest));
  };
  return (
    <Notice tone="warn" icon={WarningCircleIcon} title={text("report.stale.title")}>
      {by && <SavedBy {...by} />}
      {taken.length > 0 && (
        <>
          <p>{text("report.stale.taken", { n: taken.length })}</p>
          <ul className="plain-list">
            {taken.map((part) => (
              <li key={part}>
                {words(part).label} <del>{words(part).mine || text("report.line.nothing")}</del>{" "}
                <ins>{words(part).theirs || text("report.line.nothing")}</ins>
              </li>
            ))}
          </ul>
        </>
      )}
      {open.length > 0 ? (
        <>
          <p>{text("report.stale.open", { n: open.length })}</p>
          <OpenParts {...{ open, words, theirs, take }} />
        </>
      ) : (
        <p>{text("report.stale.none_open")}</p>
      )}
    </Notice>
  );
}

function SavedBy({ name, at }: { name: string | null; at: string }) {
  const text = useText();
  const format = useFormat();
  const when = format.relative(at, useNow());
  return <p>{name ? text("report.stale.by", { name, at: when }) : text("report.stale.at", { at: when })}</p>;
}

type PartWords = { label: string; mine: string; theirs: string };
type OpenProps = {
  open: readonly string[];
  words: (part: string) => PartWords;
  theirs: ReadonlySet<string>;
  take: (part: string, other: boolean) => void;
};

/** What both have changed: one's own word is in the form until the other is taken. */
function OpenParts({ open, words, theirs, take }: OpenProps) {
  const text = useText();
  return (
    <TableFrame label={text("report.stale.title")}>
      <table className="table beside">
        <thead>
          <tr>
            <td />
            <th scope="col">{text("report.stale.mine")}</th>
            <th scope="col">{text("report.stale.theirs")}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {open.map((part) => {
            const { label, mine, theirs: other } = words(part);
            const taken = theirs.has(part);
            return (
              <tr key={part}>
                <th scope="row">{label}</th>
                <td className={taken ? "beside-left" : "strong"}>{mine || text("report.line.nothing")}</td>
                <td className={taken ? "strong" : "beside-left"}>{other || text("report.line.nothing")}</td>
                <td>
                  <Button type="button" size="small" onClick={() => take(part, !taken)}>
                    {text(taken ? "report.stale.keep_mine" : "report.stale.take_theirs")}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableFrame>
  );
}

/** What each version says of a part, in words; names of persons are only named as such. */
function usePartWords({ mine, theirs }: StaleAnswer): (part: string) => PartWords {
  const text = useText();
  const { choices } = useReport();
  const linesOf = useReportLines({
    country: (code) => choices.countries.find((country) => country.code === code)?.name ?? code,
    agency: (id) => choices.participants.find(({ agencyId }) => agencyId === id)?.agencyName ?? id,
    member: (id) => choices.participants.flatMap(({ people }) => people).find((one) => one.memberId === id)?.name ?? id,
  });
  const [own, other] = [linesOf(mine), linesOf(theirs)];
  return (part) => {
    const of = (lines: readonly ReportLine[]) =>
      lines.filter(({ path }) => path === part || path.startsWith(`${part}.`));
    const [first] = [...of(own), ...of(other)];
    if (!first)
      return {
        label: text("report.section.nominal"),
        mine: text("report.stale.in_form"),
        theirs: text("report.stale.changed"),
      };
    const single = first.path === part;
    const said = (lines: readonly ReportLine[]) =>
      of(lines)
        .map(({ label, words }) => (single ? words : `${label}: ${words}`))
        .join("; ");
    return {
      label: single ? first.label : text.label(`report.section.${part === "route" ? "route" : "what"}`),
      mine: said(own),
      theirs: said(other),
    };
  };
}
