import { useControl } from "#app/components/ui/inputs.tsx";
import type { OrganisationView } from "./organisation-types.ts";

type AgencySelectProps = {
  name: string;
  organisations: readonly OrganisationView[];
  initial: string;
  /** The choice that stands for none or all. */
  none?: string;
};

/** Agencies under their countries. */
export function AgencySelect({ name, organisations, initial, none }: AgencySelectProps) {
  return (
    <GroupedSelect
      name={name}
      initial={initial}
      none={none}
      groups={organisations.map((head) => ({
        label: head.name,
        options: head.agencies.map((agency) => ({ value: agency.id, label: agency.name })),
      }))}
    />
  );
}

/** Units under their agencies: one choice says both. */
export function UnitSelect({ name, organisations, initial, none }: AgencySelectProps) {
  const groups = organisations.flatMap((head) =>
    head.agencies.map((agency) => ({
      label: `${head.name}, ${agency.name}`,
      options: agency.units.map((unit) => ({ value: unit.id, label: unit.name })),
    })),
  );
  return <GroupedSelect name={name} initial={initial} none={none} groups={groups} />;
}

type Group = { label: string; options: readonly { value: string; label: string }[] };
type GroupedSelectProps = Omit<AgencySelectProps, "organisations"> & { groups: readonly Group[] };

function GroupedSelect({ name, initial, none, groups }: GroupedSelectProps) {
  const { readOnly, ...control } = useControl();
  return (
    <select name={name} defaultValue={initial} {...control} disabled={readOnly}>
      {none !== undefined && <option value="">{none}</option>}
      {groups
        .filter((group) => group.options.length > 0)
        .map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
    </select>
  );
}
