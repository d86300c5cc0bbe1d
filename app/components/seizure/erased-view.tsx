import { TrashIcon } from "@phosphor-icons/react/dist/ssr/Trash";
import { Link } from "@remix-run/react";
import { Done } from "#app/components/form/done.tsx";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { Notice } from "#app/components/ui/notice.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { Erased } from "#app/domain/erasing.ts";
import type { ActAnswer } from "./act-form.tsx";
import { CaseReadings } from "./case-readings.tsx";
import { FrozenVersions } from "./frozen-line.tsx";
import { useOrderWords } from "./order-words.ts";

/** What stands where a record stood: that it was erased, when, by whom and why, and where it is counted still. */
export function ErasedView({ erased, agency, home }: { erased: Erased; agency: string; home: string }) {
  const text = useText();
  const orderWords = useOrderWords();
  const { messageNo, at, reason, order, by, readings } = erased;
  return (
    <article className="seizure">
      <Receipt />
      <header className="seizure-head">
        <div className="seizure-name">
          <h1 className="title-2">
            {messageNo === "" ? text("erased.title.report") : text("erased.title", { no: messageNo })}
          </h1>
          <p className="caption">
            <Time at={at} as="exact" />, {agency}
          </p>
        </div>
      </header>
      <div className="seizure-facts">
        <Notice icon={TrashIcon} title={reason}>
          {text("erased.text")}
        </Notice>
        {messageNo !== "" && <FrozenDays erased={erased} home={home} />}
        {order && (
          <section className="fact-group">
            <h2 className="heading">{text("erased.order")}</h2>
            <p>{orderWords(order)}</p>
            <p className="caption">
              {by && text("erased.by", { name: by })} {text("erased.order.own")}
            </p>
          </section>
        )}
        <CaseReadings readings={readings} />
        <p>
          <Link to={`${home}/seizures`}>{text("seizures.title")}</Link>
        </p>
      </div>
    </article>
  );
}

/** A record of an operation's first day is in the sums of all others. */
const LISTED = 12;

function FrozenDays({ erased: { frozenDays, frozenVersions }, home }: { erased: Erased; home: string }) {
  const text = useText();
  const format = useFormat();
  return (
    <section className="fact-group">
      <h2 className="heading">{text("erased.frozen")}</h2>
      <p>{text("erased.frozen.text", { n: frozenDays.length })}</p>
      {frozenDays.length > 0 && (
        <ul className="readers-tags">
          {frozenDays.slice(0, LISTED).map((day) => (
            <li key={day}>
              <Link to={`${home}/deadlines/${day}`} className="tag">
                {format.dayLong(day)}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {frozenDays.length > LISTED && (
        <p>
          <Link to={`${home}/deadlines`}>{text("erased.frozen.more", { n: frozenDays.length - LISTED })}</Link>
        </p>
      )}
      {frozenVersions.length > 0 && <FrozenVersions versions={frozenVersions} />}
    </section>
  );
}

function Receipt() {
  const text = useText();
  const answer = useAnswer<ActAnswer>();
  const done = answer && "done" in answer && answer.done === "erase" ? answer : null;
  return (
    <div className="sent">
      <Done when={done !== null}>
        <b>{text("erased.done", { n: Number(done?.lost ?? 0) })}</b>
      </Done>
    </div>
  );
}
