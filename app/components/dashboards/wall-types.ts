import type { Panel } from "#app/domain/dashboard.ts";
import type { OperationKind } from "#app/domain/operation.ts";
import type { AgencyDays } from "#app/domain/tally/agency-days.ts";
import type { Participant } from "../charts/participant.ts";
import type { Phases } from "../charts/periods.ts";
import type { BoardPart } from "./board-types.ts";

/** What a wall shows now. `seen`: null where somebody in the room reads no figures. */
export type WallBoard = {
  dashboard: { id: string; name: string; panels: readonly Panel[] };
  people: number;
  expiresAt: string;
  at: string;
  today: string;
  operation: Phases & {
    code: string;
    name: string;
    edition: string;
    kind: OperationKind;
    datesMovedDays: number;
    handling: string;
    zone: string;
  };
  seen: {
    board: {
      all: number;
      parts: readonly BoardPart[];
      places: Readonly<Record<string, string>>;
      agencyDays: AgencyDays;
      asOf: string;
    };
    names: Readonly<Record<string, string>>;
    participants: readonly Participant[];
  } | null;
};
