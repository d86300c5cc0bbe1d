/** A country, territory or organisation with its agencies and their units, as pages get it. */
export type OrganisationView = {
  id: string;
  code: string;
  kind: string;
  name: string;
  agencies: readonly AgencyView[];
};

export type AgencyView = { id: string; code: string; name: string; units: readonly { id: string; name: string }[] };

/** "Viet Nam Customs, Hai Phong port" by the unit's id, and of whom it is. */
export function unitsOfAll(organisations: readonly OrganisationView[]) {
  return organisations.flatMap(({ name: country, agencies }) =>
    agencies.flatMap((agency) => agency.units.map((unit) => ({ ...unit, agency, country }))),
  );
}
