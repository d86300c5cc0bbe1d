import { Link } from "@remix-run/react";
import { JointMark } from "#app/components/ui/joint-mark.tsx";
import { type Column, Table } from "#app/components/ui/table.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { isConfirmed } from "#app/domain/confirmed.ts";
import type { SeizureFact } from "#app/domain/fact.ts";
import { type ListSort, listAddress } from "./list-address.ts";
import { GoodsWords, StateWord, useDayWords } from "./seizure-words.tsx";

type SeizureTableProps = {
  facts: readonly SeizureFact[];
  params: URLSearchParams;
  sort: ListSort;
  hrefOf: (id: string) => string;
  placeOf: (fact: SeizureFact) => string;
  reporterOf: (fact: SeizureFact) => string;
  /** The row that the keys have chosen. */
  chosen: string | null;
  ownAgency: string;
};

/** Released seizures, a row each; on a phone a small record each. */
export function SeizureTable(props: SeizureTableProps) {
  const { facts, chosen } = props;
  const text = useText();
  return (
    <div className="seizure-table">
      <Table
        label={text("seizures.title")}
        columns={useColumns(props)}
        rows={facts}
        keyOf={(fact) => fact.id}
        marked={(fact) => fact.id === chosen}
        stack
      />
    </div>
  );
}

function useColumns({
  params,
  sort,
  hrefOf,
  placeOf,
  reporterOf,
  ownAgency,
}: SeizureTableProps): Column<SeizureFact>[] {
  const text = useText();
  const dayWords = useDayWords();
  const sorted = (down: ListSort, up: ListSort): Column<SeizureFact>["sort"] => ({
    to: listAddress(params, { sort: sort === down ? up : down }),
    now: sort === down ? "descending" : sort === up ? "ascending" : undefined,
  });
  return [
    {
      key: "no",
      label: text("seizures.column.no"),
      names: true,
      cell: (fact) => (
        <span className="row">
          <Link to={hrefOf(fact.id)} prefetch="intent" className="row-link code" id={`row-${fact.id}`}>
            {fact.messageNo}
          </Link>
          <JointMark joint={fact.joint} />
        </span>
      ),
    },
    {
      key: "what",
      label: text("seizures.column.what"),
      cell: (fact) => <GoodsWords items={fact.items} hollow={!isConfirmed(fact)} />,
    },
    {
      key: "day",
      label: text("seizures.column.day"),
      sort: sorted("latest_day", "earliest_day"),
      cell: (fact) => (
        <span className="nowrap">
          {dayWords(fact)}
          {fact.outsideWindow && <span className="tag tag-warn">{text("seizures.outside")}</span>}
        </span>
      ),
    },
    { key: "where", label: text("seizures.column.where"), cell: placeOf },
    { key: "mode", label: text("seizures.column.mode"), cell: (fact) => <ModeWord mode={fact.mode} /> },
    {
      key: "reporter",
      label: text("seizures.column.reporter"),
      cell: (fact) => <span className={fact.agencyId === ownAgency ? "strong" : undefined}>{reporterOf(fact)}</span>,
    },
    {
      key: "reported",
      label: text("seizures.column.reported"),
      sort: sorted("newest", "oldest"),
      cell: (fact) => (
        <>
          <Time at={fact.releasedAt} />
          {fact.late && <span className="tag tag-warn">{text("seizures.late")}</span>}
        </>
      ),
    },
    { key: "state", label: text("seizures.column.state"), cell: (fact) => <StateWord fact={fact} /> },
  ];
}

function ModeWord({ mode }: { mode: string }) {
  const text = useText();
  return <span className={mode === "unknown" ? "unknown" : undefined}>{text.code("mode", mode)}</span>;
}
