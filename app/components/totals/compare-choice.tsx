import { ArrowsLeftRightIcon } from "@phosphor-icons/react/dist/ssr/ArrowsLeftRight";
import { Form, Link, useSearchParams } from "@remix-run/react";
import {
  comparisonOf,
  type Days,
  periodsToBeginWith,
  type Span,
  THAN_FROM,
  THAN_TO,
  type Than,
  writeThan,
} from "#app/domain/compared-periods.ts";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { writeFactFilter } from "#app/domain/filter-address.ts";
import { usePeriodName } from "../charts/period-name.ts";
import { Button } from "../ui/button.tsx";
import { Chip } from "../ui/chip.tsx";
import { Field } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { TextInput } from "../ui/inputs.tsx";
import { Menu } from "../ui/menu.tsx";
import { useText } from "../ui/text-context.tsx";
import "./totals.css";

type CompareChoiceProps = { filter: FactFilter; than: Than | null | undefined; span: Span };

/** Beside the filter: with which days it is compared as a chip to take away, and the ways to choose them. */
export function CompareChoice({ filter, than, span }: CompareChoiceProps) {
  const text = useText();
  const [params] = useSearchParams();
  const before = comparisonOf(filter, "before", span);
  const periodName = usePeriodName();
  const rest = [...writeThan(null, params)];
  return (
    <div className="compare-choice screen-only">
      {than && <ThanChip than={than} before={before?.second} removeTo={`?${writeThan(null, params)}`} />}
      <Menu
        summaryClass="chip chip-add"
        summary={
          <>
            <Icon of={ArrowsLeftRightIcon} />
            {text("compare.choose")}
          </>
        }
      >
        {before ? (
          <>
            <Link className="menu-item" to={`?${writeThan("before", params)}`} preventScrollReset>
              {text("compare.before", { days: periodName(before.second) })}
            </Link>
            {/* Other days are another form: what stands in it is then drawn anew. */}
            <Form method="get" className="compare-form" key={`${params}`}>
              {rest.map(([name, value], place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand there several times, and nothing moves.
                <input key={place} type="hidden" name={name} value={value} />
              ))}
              <OtherDays days={than && than !== "before" ? than : before.second} />
              <Button type="submit" size="small">
                {text("compare.go")}
              </Button>
            </Form>
          </>
        ) : (
          <>
            <p className="compare-needs">{text("compare.needs_period")}</p>
            <PeriodLinks filter={filter} span={span} />
          </>
        )}
      </Menu>
    </div>
  );
}

function ThanChip({ than, before, removeTo }: { than: Than; before: Days | undefined; removeTo: string }) {
  const text = useText();
  const periodName = usePeriodName();
  const days = than === "before" ? before : than;
  const name = days ? text("compare.chip", { days: periodName(days) }) : text("compare.chip.before");
  return <Chip on name={name} removeTo={removeTo} />;
}

function OtherDays({ days }: { days: Days }) {
  const text = useText();
  return (
    <>
      <Field label={text("compare.from")}>
        <TextInput type="date" name={THAN_FROM} required defaultValue={days.from} />
      </Field>
      <Field label={text("compare.to")}>
        <TextInput type="date" name={THAN_TO} required defaultValue={days.to} />
      </Field>
    </>
  );
}

/** Periods to begin with, for a filter that names none: each is compared with the stretch before it. */
export function PeriodLinks({ filter, span }: { filter: FactFilter; span: Span }) {
  const text = useText();
  const [params] = useSearchParams();
  const periods = periodsToBeginWith(span);
  return (["days28", "month"] as const).map((name) => {
    const address = writeFactFilter({ ...filter, ...periods[name] }, writeThan("before", params));
    return (
      <Link key={name} className="menu-item" to={`?${address}`} preventScrollReset>
        {text(`compare.period.${name}`)}
      </Link>
    );
  });
}
