import { FunnelIcon } from "@phosphor-icons/react/dist/ssr/Funnel";
import { MagnifyingGlassIcon } from "@phosphor-icons/react/dist/ssr/MagnifyingGlass";
import { Form } from "@remix-run/react";
import type { Participant } from "#app/components/charts/participant.ts";
import { FilterChips } from "#app/components/totals/filter-chips.tsx";
import { FilterFields } from "#app/components/totals/filter-fields.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Chip } from "#app/components/ui/chip.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { KeyCap } from "#app/components/ui/key-cap.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useFilterNames } from "#app/components/workspace/use-filter-names.ts";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { type Behind, writeBehind } from "#app/domain/figures/behind.ts";
import { isFiltered, writeFactFilter } from "#app/domain/filter-address.ts";
import { lookAddress } from "#app/domain/look.ts";
import { useBehindName } from "./behind-name.ts";
import { TURNS } from "./list-address.ts";

type SeizureFilterProps = {
  filter: FactFilter;
  search: string;
  /** Only what stands behind a figure is listed. */
  counted: boolean;
  /** Of these only what stands behind one number. */
  behind: Behind | null;
  sort: string;
  params: URLSearchParams;
  participants: readonly Participant[];
  modes: readonly string[];
};

const STATES = ["verified", "submitted", "withdrawn"] as const;

/** Search and filter as one form of the address: it works without scripts, and every view of the list can be sent on. */
export function SeizureFilter(props: SeizureFilterProps) {
  const { filter, search, counted, behind, sort, params, participants, modes } = props;
  const names = useFilterNames(filter);
  const text = useText();
  const behindName = useBehindName();
  const base = new URLSearchParams(params);
  for (const name of TURNS) base.delete(name);
  // Changed values of the address are drawn anew; in between the form belongs to its reader.
  return (
    <Form method="get" className="seizure-filter" key={params.toString()} role="search">
      <div className="seizure-search">
        <span className="input-frame">
          <Icon of={MagnifyingGlassIcon} size={16} className="input-before" />
          <input
            type="search"
            name="q"
            id="seizure-search"
            className="input"
            defaultValue={search}
            aria-label={text("seizures.search")}
            placeholder={text("seizures.search.placeholder")}
          />
          <span className="input-after">
            <KeyCap>/</KeyCap>
          </span>
        </span>
        <Button type="submit">{text("seizures.search.go")}</Button>
      </div>
      {[...lookAddress(params)].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {counted && <input type="hidden" name="counted" value="yes" />}
      {behind && <input type="hidden" name="behind" value={writeBehind(behind)} />}
      {sort !== "newest" && <input type="hidden" name="sort" value={sort} />}
      <details className="seizure-filter-more">
        <summary className="button">
          <Icon of={FunnelIcon} />
          {text("seizures.filter")}
        </summary>
        <FilterFields filter={filter} participants={participants} modes={modes} states={STATES} />
      </details>
      <FilterChips
        filter={filter}
        participants={participants}
        names={names}
        addressOf={(other) => `?${writeFactFilter(other, base)}`}
      />
      {counted && <Chip name={text("seizures.counted")} removeTo={`?${without(base, "counted")}`} />}
      {behind && <Chip name={behindName(behind)} removeTo={`?${without(base, "behind")}`} />}
      {search !== "" && <Chip name={`“${search}”`} removeTo={`?${without(base, "q")}`} />}
      {(isFiltered(filter) || search !== "" || counted || behind) && (
        <a href={`?${lookAddress(params)}`} className="link-quiet">
          {text("seizures.filter.clear")}
        </a>
      )}
    </Form>
  );
}

function without(base: URLSearchParams, name: string): string {
  const params = new URLSearchParams(base);
  params.delete(name);
  return params.toString();
}
