import { CommodityMark } from "#app/components/ui/marks.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { groupOf, SLOTS, type Slot } from "#app/domain/commodity-groups.ts";
import type { FormCommodity } from "#app/domain/seizure-form/choices.ts";
import { AskedField } from "./asked-field.tsx";
import { useReport, useSet, useTyped } from "./report-context.ts";

type GoodsFieldProps = { path: string; label: string };

/**
 * What it was: the kind by its mark, then more exactly. Before scripts run, style alone opens what was chosen, and a
 * group is as exact as it gets: all kinds of all of them would be a sixth of the page.
 */
export function GoodsField({ path, label }: GoodsFieldProps) {
  const text = useText();
  const hydrated = useHydrated();
  const slot = useTyped(`${path}.slot`);
  const set = useSet();
  return (
    <div className="goods">
      <AskedField name={`${path}.commodity`} label={label} group>
        <div className="tiles goods-slots">
          {SLOTS.map((choice) => (
            <label key={choice} className="tile tile-tall">
              <input
                type="radio"
                name={`${path}.slot`}
                value={choice}
                checked={slot === choice}
                onChange={() => set({ [`${path}.slot`]: choice })}
              />
              <CommodityMark slot={choice} size={18} />
              <span>{text(`slot.${choice}`)}</span>
            </label>
          ))}
        </div>
        {SLOTS.filter((choice) => !hydrated || choice === slot).map((choice) => (
          <Kinds key={choice} path={path} slot={choice} />
        ))}
      </AskedField>
    </div>
  );
}

/** The kinds of one slot; where a slot has several groups, the group first. */
function Kinds({ path, slot }: { path: string; slot: Slot }) {
  const text = useText();
  const { commodities } = useReport().choices;
  const own = commodities.filter((commodity) => commodity.slot === slot);
  const groups = own.filter((commodity) => commodity.code === commodity.group);
  return (
    <div className={`goods-kinds goods-kinds-${slot}`}>
      <p className="field-hint">{text("report.goods.which")}</p>
      {groups.length > 1 ? (
        <div className="goods-groups">
          {groups.map((group) => (
            <Group key={group.code} path={path} group={group} kinds={kindsOf(own, group.code)} />
          ))}
        </div>
      ) : (
        <div className="tiles-row">
          {kindsOf(own, groups[0]?.code ?? "").map((kind) => (
            <Kind key={kind.code} path={path} kind={kind} />
          ))}
          {groups.map((group) => (
            <Kind key={group.code} path={path} kind={group} label={text("report.goods.not_known")} />
          ))}
        </div>
      )}
    </div>
  );
}

function kindsOf(own: readonly FormCommodity[], group: string) {
  return own.filter((commodity) => commodity.group === group && commodity.code !== group);
}

/** A group and, once it or one of its kinds is chosen, the kinds. The group alone is an answer too. */
function Group({ path, group, kinds }: { path: string; group: FormCommodity; kinds: readonly FormCommodity[] }) {
  const text = useText();
  const chosen = useTyped(`${path}.commodity`);
  const within = chosen !== "" && groupOf(chosen) === group.code;
  const hydrated = useHydrated();
  return (
    <div className={within ? "goods-group goods-chosen" : "goods-group"}>
      <Kind path={path} kind={group} within={within} />
      {kinds.length > 0 && (hydrated || within) && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset inside of the one around it would be read out twice.
        <div className="tiles-row goods-within" role="group" aria-label={text.commodity(group.code)}>
          {kinds.map((kind) => (
            <Kind key={kind.code} path={path} kind={kind} />
          ))}
        </div>
      )}
    </div>
  );
}

type KindProps = { path: string; kind: FormCommodity; label?: string; within?: boolean };

function Kind({ path, kind, label, within = false }: KindProps) {
  const text = useText();
  const name = `${path}.commodity`;
  const chosen = useTyped(name);
  const unit = useTyped(`${path}.unit`);
  const set = useSet();
  return (
    <label className={within ? "tile tile-within" : "tile"}>
      <input
        type="radio"
        name={name}
        value={kind.code}
        checked={chosen === kind.code}
        // The usual unit of the kind stands ready, as long as nobody has chosen another one.
        onChange={() => set({ [name]: kind.code, ...(unit === "" && { [`${path}.unit`]: kind.units[0] ?? "" }) })}
      />
      <span>{label ?? text.commodity(kind.code)}</span>
    </label>
  );
}
