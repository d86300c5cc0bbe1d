import type { Participant, UsualAudience } from "#app/domain/audience.ts";
import type { Question } from "#app/domain/checks.ts";
import type { FieldErrors } from "#app/domain/field-errors.ts";
import type { Id } from "#app/domain/id.ts";
import type { FormFields } from "#app/domain/seizure-form/rows.ts";

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
  iata: string | null;
  zone: string | null;
};

/** What the server answers to a form that it did not take as it was. */
export type ReportAnswer = {
  fields: FormFields;
  errors?: FieldErrors;
  questions?: readonly Question[];
  /** A place by words alone: what it may be, by the name of the place's fields. */
  found?: Readonly<Record<string, readonly PlaceOption[]>>;
  /** An earlier sending of this form had arrived, with other content. */
  arrived?: boolean;
  /** Somebody saved another version meanwhile. */
  stale?: { theirs: FormFields; base: FormFields };
  /** The server or the line is away; the form is still here. */
  lost?: boolean;
};

/** What the form is for. */
export type ReportKind = "new" | "draft" | "amend";
