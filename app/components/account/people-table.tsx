import { UsersIcon } from "@phosphor-icons/react/dist/ssr/Users";
import { Link } from "@remix-run/react";
import { LinkButton } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useAccessWords } from "./access-words.ts";
import { type OrganisationView, unitsOfAll } from "./organisation-types.ts";

export type PersonRow = {
  id: string;
  name: string;
  email: string;
  unitId: string;
  administrator: boolean;
  mayOpen: boolean;
  machine: boolean;
  state: "active" | "suspended";
  access: { accepted: boolean; invitedUntil: string | null; lastUsedAt: string | null } | null;
};

type PeopleTableProps = { people: readonly PersonRow[]; organisations: readonly OrganisationView[] };

export function PeopleTable({ people, organisations }: PeopleTableProps) {
  const text = useText();
  const units = new Map(unitsOfAll(organisations).map((unit) => [unit.id, unit]));
  if (people.length === 0) {
    return (
      <EmptyState
        icon={UsersIcon}
        title={text("people.none")}
        acts={<LinkButton to="/accounts">{text("people.clear")}</LinkButton>}
      >
        {text("people.none.text")}
      </EmptyState>
    );
  }
  return (
    <Table
      label={text("people.title")}
      stack
      rows={people}
      keyOf={(person) => person.id}
      columns={[
        {
          key: "name",
          label: text("people.name"),
          names: true,
          cell: ({ id, name }) => (
            <Link to={`/accounts/${id}`} className="link-quiet">
              {name}
            </Link>
          ),
        },
        { key: "email", label: text("people.email"), cell: ({ email, machine }) => (machine ? "" : email) },
        { key: "unit", label: text("form.agency_unit"), cell: ({ unitId }) => <Unit unit={units.get(unitId)} /> },
        { key: "rights", label: text("people.rights"), cell: (person) => <Rights {...person} /> },
        { key: "state", label: text("people.state"), cell: (person) => <Access {...person} /> },
      ]}
    />
  );
}

function Unit({ unit }: { unit: ReturnType<typeof unitsOfAll>[number] | undefined }) {
  if (!unit) return null;
  return (
    <span>
      {unit.agency.name}, <span className="muted">{unit.name}</span>
    </span>
  );
}

function Rights({ administrator, mayOpen, machine }: PersonRow) {
  const text = useText();
  if (machine) return text("people.machine");
  if (administrator) return <b>{text("people.administrator")}</b>;
  return mayOpen ? text("people.may_open") : <span className="faint">{text("people.plain")}</span>;
}

function Access(person: PersonRow) {
  const words = useAccessWords(person);
  return (
    <span className={person.state === "suspended" ? "danger" : person.access?.accepted ? undefined : "faint"}>
      {words}
    </span>
  );
}
