import { MagnifyingGlassIcon } from "@phosphor-icons/react/dist/ssr/MagnifyingGlass";
import { Form } from "@remix-run/react";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { TextInput } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { AgencySelect } from "./agency-select.tsx";
import type { OrganisationView } from "./organisation-types.ts";

type PeopleFilterProps = {
  query: string;
  agency: string;
  organisations: readonly OrganisationView[];
  total: number;
};

/** Search and agency stand in the address, so that a list can be handed on. */
export function PeopleFilter({ query, agency, organisations, total }: PeopleFilterProps) {
  const text = useText();
  return (
    <Form method="get" role="search" className="people-filter" key={`${query} ${agency}`}>
      <Field label={text("people.search")}>
        <TextInput type="search" name="q" defaultValue={query} icon={MagnifyingGlassIcon} />
      </Field>
      <Field label={text("form.agency")}>
        <AgencySelect name="agency" organisations={organisations} initial={agency} none={text("people.all_agencies")} />
      </Field>
      <Button type="submit">{text("people.search.submit")}</Button>
      {(query || agency) && (
        <LinkButton to="/accounts" kind="quiet">
          {text("people.clear")}
        </LinkButton>
      )}
      <span className="spacer" />
      <span className="muted">{text("people.count", { n: total })}</span>
    </Form>
  );
}
