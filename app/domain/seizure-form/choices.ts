import type { Participant, UsualAudience } from "../audience.ts";
import type { Id } from "../id.ts";

export type FormCommodity = { code: string; group: string; slot: string; units: readonly string[] };

/** What a report can be made of: lists with their order from the database, labels from the catalogues. */
export type ReportChoices = {
  codes: Readonly<Record<string, readonly string[]>>;
  commodities: readonly FormCommodity[];
  units: readonly { code: string; dimension: string }[];
  countries: readonly { code: string; name: string; listed: boolean }[];
  participants: readonly Participant[];
  usual: UsualAudience | null;
  operation: { id: Id; name: string; zone: string; startsOn: string; endsOn: string };
  own: { agencyId: Id; administrationId: Id; country: string };
  /** Posts on whose behalf it may be entered; none for whoever reports for the own one alone. */
  posts: readonly { id: Id; name: string }[];
  /** National approvals before others see it. */
  steps: number;
  /** The calendar day at the officer's, for 'today'. */
  today: string;
};

/** A place that was found for what somebody typed. */
export type PlaceOption = {
  id: string;
  name: string;
  kind: string;
  country: string;
  adminArea: string;
  geoPrecision: string | null;
  /** The other side, where it is a crossing. */
  acrossName: string | null;
  acrossCountry: string | null;
  iata: string | null;
  zone: string | null;
};
