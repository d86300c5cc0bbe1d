import { EyeSlashIcon } from "@phosphor-icons/react/dist/ssr/EyeSlash";
import { FunnelIcon } from "@phosphor-icons/react/dist/ssr/Funnel";
import { ListBulletsIcon } from "@phosphor-icons/react/dist/ssr/ListBullets";
import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useKeys } from "#app/components/ui/use-keys.ts";
import type { SeizureFact } from "#app/domain/fact.ts";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { type ListLook, listAddress } from "./list-address.ts";
import { NewLine } from "./new-line.tsx";
import { SeizureTable } from "./seizure-table.tsx";

export type ListPage = {
  facts: readonly SeizureFact[];
  total: number;
  /** Addresses of the neighbours; null at the ends. */
  next: string | null;
  previous: string | null;
};

type SeizureListProps = {
  page: ListPage;
  look: ListLook;
  filter: FactFilter;
  filtered: boolean;
  params: URLSearchParams;
  home: string;
  /** The part of the address by which records are looked at as others see them; empty with the own eyes. */
  asSeen: string;
  canReport: boolean;
  ownAgency: string;
  placeOf: (fact: SeizureFact) => string;
  reporterOf: (fact: SeizureFact) => string;
};

const PAGE = 50;

/** The released seizures of an operation as far as the reader sees them, page by page and by keyboard. */
export function SeizureList(props: SeizureListProps) {
  const { page, look, filter, params, home, filtered, asSeen } = props;
  const text = useText();
  const hrefOf = (id: string) => `${home}/${id}${asSeen && `?${asSeen}`}`;
  const chosen = useChosenRow(page.facts, hrefOf);
  if (page.facts.length === 0 && filtered) return <NoneLeft total={page.total} asSeen={asSeen} />;
  if (page.facts.length === 0 && asSeen !== "") return <NoneSeen />;
  if (page.facts.length === 0) return <NoneYet {...props} />;
  return (
    <>
      {!look.search && asSeen === "" && <NewLine known={page.facts} filter={filter} firstPage={firstPage(params)} />}
      <SeizureTable {...props} facts={page.facts} sort={look.sort} chosen={chosen} hrefOf={hrefOf} />
      <Pager
        from={look.at}
        to={look.at + page.facts.length - 1}
        total={page.total}
        previousTo={page.previous ? listAddress(params, { before: page.previous, at: look.at - PAGE }) : undefined}
        nextTo={page.next ? listAddress(params, { after: page.next, at: look.at + page.facts.length }) : undefined}
      />
      <p className="caption keys-hint">{text("seizures.keys")}</p>
    </>
  );
}

function firstPage(params: URLSearchParams): string {
  return listAddress(params, { sort: "newest" });
}

/** J and K move through the rows, Enter opens, slash searches. */
function useChosenRow(facts: readonly SeizureFact[], hrefOf: (id: string) => string): string | null {
  const [chosen, setChosen] = useState<string | null>(null);
  const navigate = useNavigate();
  const at = facts.findIndex((fact) => fact.id === chosen);
  const move = (by: number) => {
    const next = facts[Math.min(facts.length - 1, Math.max(0, at + by))];
    if (!next) return;
    setChosen(next.id);
    document.getElementById(`row-${next.id}`)?.focus();
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    o: () => chosen && navigate(hrefOf(chosen)),
    "/": () => document.getElementById("seizure-search")?.focus(),
  });
  return at < 0 ? null : chosen;
}

function NoneYet({ home, canReport }: Pick<SeizureListProps, "home" | "canReport">) {
  const text = useText();
  return (
    <EmptyState
      icon={ListBulletsIcon}
      title={text("seizures.empty.title")}
      acts={
        canReport && (
          <LinkButton to={`${home}/new`} kind="primary">
            {text("shell.report")}
          </LinkButton>
        )
      }
    >
      {text("seizures.empty.text")}
    </EmptyState>
  );
}

function NoneSeen() {
  const text = useText();
  return (
    <EmptyState icon={EyeSlashIcon} title={text("look.none.title")}>
      {text("look.none.text")}
    </EmptyState>
  );
}

function NoneLeft({ total, asSeen }: { total: number; asSeen: string }) {
  const text = useText();
  return (
    <EmptyState
      icon={FunnelIcon}
      title={text("seizures.filtered.title")}
      acts={<LinkButton to={`?${asSeen}`}>{text("seizures.filter.clear")}</LinkButton>}
    >
      {total === 0 ? text("seizures.filtered.text") : text("seizures.filtered.past")}
    </EmptyState>
  );
}
