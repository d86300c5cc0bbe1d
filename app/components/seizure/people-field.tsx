import { Checkbox } from "#app/components/ui/choices.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { AskedField } from "./asked-field.tsx";
import { useChosen, useReport, useSet } from "./report-context.ts";

/** Persons by name, under their agencies. */
export function PeopleField({ name, label }: { name: string; label: string }) {
  const text = useText();
  const { choices } = useReport();
  const chosen = useChosen(name);
  const set = useSet();
  const others = choices.participants.filter(
    ({ agencyId, people }) => agencyId !== choices.own.agencyId && people.length > 0,
  );
  const choose = (id: string, on: boolean) =>
    set({ [name]: on ? [...chosen, id] : chosen.filter((other) => other !== id) });
  return (
    <AskedField name={name} label={label} hint={text("report.people.chosen", { n: chosen.length })} group>
      <div className="agencies">
        {others.map(({ agencyId, agencyName, people }) => (
          <div key={agencyId} className="agencies-of">
            <span className="faint">{agencyName}</span>
            {people.map((person) => (
              <Checkbox
                key={person.memberId}
                name={name}
                value={person.memberId}
                checked={chosen.includes(person.memberId)}
                onChange={(event) => choose(person.memberId, event.currentTarget.checked)}
              >
                {person.name}
              </Checkbox>
            ))}
          </div>
        ))}
      </div>
    </AskedField>
  );
}
