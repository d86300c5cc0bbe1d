import type { Panel } from "#app/domain/dashboard.ts";
import type { FactPlace, SeizureFact } from "#app/domain/fact.ts";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { AgencyDays } from "#app/domain/tally/agency-days.ts";
import type { Marking } from "../charts/markings.tsx";
import type { Participant } from "../charts/participant.ts";
import type { Phases } from "../charts/periods.ts";
import type { FilterNames } from "../workspace/use-filter-names.ts";

/** What all panels of a board need to know of its operation and of who looks at it. */
export type BoardAround = {
  operation: { code: string; phases: Phases; marking: Marking };
  participants: readonly Participant[];
  /** The reader's own administration; a screen in a room has none. */
  own?: string;
  /** The instant up to which is counted, and the operational day it falls on. */
  asOf: string;
  today: LocalDate;
  agencyDays: AgencyDays;
  /** All cases of the operation, whatever the filters. */
  all: number;
  names: FilterNames;
  placeOf: (place: FactPlace) => string;
  /** Where the pages of the operation are; nothing leads anywhere where nobody can press it. */
  home: string | null;
};

/** One panel, with what it says now. */
export type ShownPanel = {
  panel: Panel;
  filter: FactFilter;
  figures: EvaluatedFigures;
  facts: readonly SeizureFact[];
  /** Of the newest reports, those that are counted here and not listed, since not everybody who looks may open them. */
  unlisted: number;
};

/** What a panel says when it is loaded: the figures of its filter, and where it lists reports, these. */
export type BoardPart = { figures: EvaluatedFigures; facts: readonly SeizureFact[]; unlisted: number };
