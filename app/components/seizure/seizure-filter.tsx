import { FunnelIcon } from "@phosphor-icons/react/dist/ssr/Funnel";
import { MagnifyingGlassIcon } from "@phosphor-icons/react/dist/ssr/MagnifyingGlass";
import { Form } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Chip } from "#app/components/ui/chip.tsx";
import { Checkbox, Tiles } from "#app/components/ui/choices.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Select, TextInput } from "#app/components/ui/inputs.tsx";
import { KeyCap } from "#app/components/ui/key-cap.tsx";
import { CommodityMark } from "#app/components/ui/marks.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { SLOTS } from "#app/domain/commodity.ts";
import { type FactFilter, isFiltered, writeFactFilter } from "#app/domain/fact-filter.ts";
import { TURNS } from "./list-address.ts";

type SeizureFilterProps = {
  filter: FactFilter;
  search: string;
  sort: string;
  params: URLSearchParams;
  reporters: readonly { code: string; name: string }[];
  modes: readonly string[];
};

/** Search and filter as one form of the address: it works without scripts, and every view of the list can be sent on. */
export function SeizureFilter(props: SeizureFilterProps) {
  const { filter, search, sort, params } = props;
  const text = useText();
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
      {sort !== "newest" && <input type="hidden" name="sort" value={sort} />}
      <details className="seizure-filter-more">
        <summary className="button">
          <Icon of={FunnelIcon} />
          {text("seizures.filter")}
        </summary>
        <FilterFields {...props} />
      </details>
      <ActiveChips {...props} />
      {(isFiltered(filter) || search !== "") && (
        <a href="?" className="link-quiet">
          {text("seizures.filter.clear")}
        </a>
      )}
    </Form>
  );
}

const STATES = ["submitted", "verified", "withdrawn"] as const;

function FilterFields({ filter, reporters, modes }: SeizureFilterProps) {
  const text = useText();
  return (
    <div className="seizure-filter-fields">
      <Field label={text("seizures.filter.what")} group>
        <Tiles
          name="slot"
          several
          shape="row"
          initial={filter.slots}
          choices={SLOTS.map((slot) => ({
            value: slot,
            label: text(`slot.${slot}`),
            mark: <CommodityMark slot={slot} />,
          }))}
        />
      </Field>
      <div className="fields">
        <Field label={text("seizures.filter.from")}>
          <TextInput type="date" name="from" defaultValue={filter.from ?? ""} />
        </Field>
        <Field label={text("seizures.filter.to")}>
          <TextInput type="date" name="to" defaultValue={filter.to ?? ""} />
        </Field>
        <Field label={text("seizures.filter.mode")}>
          <Select
            name="mode"
            none={text("seizures.filter.any")}
            options={modes.map((mode) => ({ value: mode, label: text.code("mode", mode) }))}
            defaultValue={filter.modes[0] ?? ""}
          />
        </Field>
      </div>
      <Field label={text("seizures.filter.state")} group>
        <div className="row wrap gap-4">
          {STATES.map((state) => (
            <Checkbox key={state} name="state" value={state} defaultChecked={filter.states.includes(state)}>
              {text(`seizures.state.${state}`)}
            </Checkbox>
          ))}
        </div>
      </Field>
      <Field label={text("seizures.filter.reporter")} group>
        <div className="agencies">
          {reporters.map(({ code, name }) => (
            <Checkbox key={code} name="reporter" value={code} defaultChecked={filter.reporters.includes(code)}>
              {name}
            </Checkbox>
          ))}
        </div>
      </Field>
      <Button type="submit" kind="primary">
        {text("seizures.filter.go")}
      </Button>
    </div>
  );
}

/** What holds now, each with the way to take it away. */
function ActiveChips({ filter, search, params, reporters }: SeizureFilterProps) {
  const text = useText();
  const format = useFormat();
  const base = new URLSearchParams(params);
  for (const name of TURNS) base.delete(name);
  const without = (change: Partial<FactFilter>) => `?${writeFactFilter({ ...filter, ...change }, base)}`;
  const less = <T,>(all: readonly T[], one: T) => all.filter((other) => other !== one);
  const chips = [
    ...filter.slots.map((slot) => [text(`slot.${slot}`), without({ slots: less(filter.slots, slot) })]),
    ...filter.groups.map((group) => [text.commodity(group), without({ groups: less(filter.groups, group) })]),
    ...filter.modes.map((mode) => [text.code("mode", mode), without({ modes: less(filter.modes, mode) })]),
    ...filter.states.map((state) => [text(`seizures.state.${state}`), without({ states: less(filter.states, state) })]),
    ...filter.reporters.map((code) => [
      reporters.find((reporter) => reporter.code === code)?.name ?? code,
      without({ reporters: less(filter.reporters, code) }),
    ]),
    ...(filter.from
      ? [[text("seizures.filter.since", { day: format.day(filter.from) }), without({ from: null })]]
      : []),
    ...(filter.to ? [[text("seizures.filter.until", { day: format.day(filter.to) }), without({ to: null })]] : []),
    ...(search ? [[`“${search}”`, `?${withoutSearch(base)}`]] : []),
  ];
  return (
    <>
      {chips.map(([name = "", to = ""]) => (
        <Chip key={name} name={name} removeTo={to} />
      ))}
    </>
  );
}

function withoutSearch(base: URLSearchParams): string {
  const params = new URLSearchParams(base);
  params.delete("q");
  return params.toString();
}
