import type { Db } from "#db/client.server.ts";
import type { Scan } from "../attachments/scan.server.ts";
import type { FileStore } from "../attachments/store.server.ts";
import type { CenMapping } from "../domain/cen/mapping.ts";
import type { ContributionMapping } from "../domain/contribution/mapping.ts";
import type { Id } from "../domain/id.ts";
import type { Scope } from "../domain/key.ts";
import type { OfficeDoors } from "../domain/operation-report/office.ts";
import type { Typeset } from "../domain/operation-report/paper.ts";
import type { DeviceTimes } from "../domain/outbox/clock.ts";
import type { WebhookDoors } from "../webhooks/call.server.ts";

/** The doors through which services reach the world; made once per process and handed in, never a module singleton. */
export type House = {
  db: Db;
  /** Told after a commit which streams have something to seal. */
  poke: (streams: readonly Id[]) => void;
  /** Key of proofs towards the database's sign-in functions. */
  secret: string;
  /** Where photos and documents lie. */
  files: FileStore;
  /** Looks through what comes in; nobody does where no scanner is configured. */
  scan: Scan | null;
  /** By what webhooks are signed, and where they may be sent. */
  webhooks: WebhookDoors;
  /** How the workbooks and messages of CEN and CENcomm look here. */
  cen: CenMapping;
  /** How contributions to yearly reports look here. */
  contributions: ContributionMapping;
  /** Sets reports in type. */
  typeset: Typeset;
  /** What files of reports for offices are made with. */
  office: OfficeDoors;
  log: { info: (facts: object, message: string) => void; error: (facts: object, message: string) => void };
};

/** On whose behalf: the bearer's token, in one operation or none. */
export type Acting = {
  house: House;
  token: string;
  operationId: Id | null;
  /** What a key must be made for where one is used; `any` for what every key may. Nothing is said where no key is taken. */
  needs?: Scope | "any";
  /** Said where a device had kept for a while what is done now: kept beside our own time. */
  device?: DeviceTimes | null;
};
