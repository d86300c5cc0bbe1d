import { Link } from "@remix-run/react";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { SHEET_GROUPS, type Sheet, type SheetItem } from "#app/domain/watch/sheet.ts";
import { useWarningPlace } from "./warning-place.ts";
import { type SheetNames, standingText } from "./watch-types.ts";

/** A sheet in its groups; ages are those of the instant at which it was drafted or signed. */
export function HandoverSheet({ sheet, names }: { sheet: Sheet; names: SheetNames }) {
  const text = useText();
  const counts = useSheetCounts();
  const words = useItemWords(sheet, names);
  return (
    <div className="stack watch-sheet">
      <p className="watch-counts">{counts(sheet)}</p>
      {SHEET_GROUPS.map((group) => {
        const items = sheet.items.filter((item) => item.group === group);
        if (items.length === 0) return null;
        return (
          <section key={group} className={`watch-items watch-items-${group}`}>
            <h3 className="watch-group">{text(`watch.sheet.group.${group}`)}</h3>
            <ul>
              {items.map((item) => {
                const { said, more, to } = words(item);
                return (
                  <li key={`${item.kind} ${item.id}`}>
                    {to ? <Link to={to}>{said}</Link> : said}
                    {more && <span className="caption">{more}</span>}
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** "1 open warning; 4 open questions, 3 overdue; 2 tallies missing". */
export function useSheetCounts() {
  const text = useText();
  return ({ counts }: Sheet) => {
    if (counts.length === 0) return text("watch.sheet.nothing");
    return counts
      .map(({ kind, n, overdue }) => {
        const late = kind === "question" && overdue > 0;
        return late ? text("watch.count.question.overdue", { n, overdue }) : text(`watch.count.${kind}`, { n });
      })
      .join("; ");
  };
}

type Words = { said: string; more?: string; to?: string };

function useItemWords({ at }: Sheet, { agencies, numbers, entries }: SheetNames) {
  const text = useText();
  const format = useFormat();
  const home = `/operations/${useWorkspace().operation.id}`;
  const placeOf = useWarningPlace();
  return (item: SheetItem): Words => {
    const { kind, since, day = "", seizure } = item;
    const agency = agencies[item.agencyId] ?? "";
    const age = format.duration(Date.parse(at) - Date.parse(since));
    const no = (seizure && numbers[seizure]) ?? text("watch.item.question.one");
    const case_ = seizure && `${home}/seizures/${seizure}`;
    const tally = `${home}/tallies/${item.agencyId}/${day}`;
    switch (kind) {
      case "question":
        return { said: text("watch.item.question", { agency, no, age }), to: case_ };
      case "late_report":
        return { said: text("watch.item.late_report", { agency, no, at: format.relative(since, at) }), to: case_ };
      case "clearance":
        return { said: text("watch.item.clearance", { goods: goods(item), age }), to: case_ };
      case "tally":
        return { said: text("watch.item.tally", { agency, day: format.dayLong(day) }), more: told(item), to: tally };
      case "tally_question": {
        const about = {
          agency,
          day: format.dayLong(day),
          goods: item.goods ? text.commodity(item.goods) : text("tally.arrested"),
        };
        return {
          said: text("watch.item.tally_question", about),
          more: text("watch.item.tally_question.age", { age }),
          to: tally,
        };
      }
      case "warning":
        return { said: warning(item, agency), to: placeOf(item.alarm ?? "gap", item.agencyId) };
      case "promise":
        return promise(item);
    }
  };

  function goods({ goods: code }: SheetItem): string {
    return code ? text.commodity(code) : text("today.report.untitled");
  }

  function told({ asked, reminded }: SheetItem): string {
    const said = [
      asked ? text("watch.item.tally.asked", { at: format.relative(asked, at) }) : "",
      reminded ? text("watch.item.tally.reminded", { at: format.relative(reminded, at) }) : "",
    ].filter((one) => one !== "");
    return said.length > 0 ? said.join(", ") : text("watch.item.tally.silent");
  }

  function warning({ alarm, since }: SheetItem, agency: string): string {
    const values = { agency, from: format.moment(since) };
    if (alarm === "handover") return text("watch.item.handover", values);
    return text(since <= at ? "watch.item.gap.past" : "watch.item.gap.future", values);
  }

  function promise({ id, since }: SheetItem): Words {
    const entry = entries.find((one) => one.id === id);
    const more = text("watch.item.promise", { at: format.moment(since) });
    return { said: entry ? standingText(entry, entries) : more, more: entry && more };
  }
}
