import { Checkbox } from "#app/components/ui/choices.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { Participant } from "#app/domain/audience.ts";
import { AskedField } from "./asked-field.tsx";
import { useChosen, useReport, useSet } from "./report-context.ts";

/** Agencies by name, under the official names of their countries and organisations. */
export function AgenciesField({ name, label }: { name: string; label: string }) {
  const text = useText();
  const { choices } = useReport();
  const chosen = useChosen(name);
  const set = useSet();
  const others = choices.participants.filter(({ agencyId }) => agencyId !== choices.own.agencyId);
  const choose = (id: string, on: boolean) =>
    set({ [name]: on ? [...chosen, id] : chosen.filter((other) => other !== id) });
  return (
    <AskedField name={name} label={label} hint={text("report.agencies.chosen", { n: chosen.length })} group>
      <div className="agencies">
        {groupsOf(others).map(([administration, agencies]) => (
          <div key={administration} className="agencies-of">
            <span className="faint">{administration}</span>
            {agencies.map((agency) => (
              <Checkbox
                key={agency.agencyId}
                name={name}
                value={agency.agencyId}
                checked={chosen.includes(agency.agencyId)}
                onChange={(event) => choose(agency.agencyId, event.currentTarget.checked)}
              >
                {agency.agencyName}
              </Checkbox>
            ))}
          </div>
        ))}
      </div>
    </AskedField>
  );
}

function groupsOf(agencies: readonly Participant[]): [string, Participant[]][] {
  const groups = new Map<string, Participant[]>();
  for (const agency of agencies) groups.set(agency.officialName, [...(groups.get(agency.officialName) ?? []), agency]);
  return [...groups];
}
