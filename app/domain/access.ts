import type { Id } from "./id.ts";
import type { Role } from "./member.ts";
import type { OperationState } from "./operation.ts";

/** How the owner of a record stands to the one who acts. `named`: on the record's list of readers. */
export const RELATIONS = ["own-unit", "own-agency", "own-administration", "named", "other"] as const;
export type Relation = (typeof RELATIONS)[number];

type Rule = {
  /** Role → relations in which it may. */
  roles: Partial<Record<Role, readonly Relation[]>>;
  /** States of the operation in which it may; reading is possible in all. */
  states: readonly OperationState[];
};

const ALL: readonly Relation[] = RELATIONS;
const OWN: readonly Relation[] = ["own-unit", "own-agency"];
const OWN_ADMINISTRATION: readonly Relation[] = ["own-unit", "own-agency", "own-administration"];
const UNIT: readonly Relation[] = ["own-unit"];
const OWN_OR_NAMED: readonly Relation[] = ["own-unit", "own-agency", "named"];
const UNIT_OR_NAMED: readonly Relation[] = ["own-unit", "named"];

const ANY: readonly OperationState[] = ["draft", "planning", "active", "follow_up", "debrief", "closed"];
const OPEN: readonly OperationState[] = ["draft", "planning", "active", "follow_up", "debrief"];
const PLANNED: readonly OperationState[] = ["draft", "planning"];
/** When reports are taken: in the operational phase and while late ones may still come. */
const REPORTING: readonly OperationState[] = ["active", "follow_up"];
const CHECKING: readonly OperationState[] = ["active", "follow_up", "debrief"];
/** When something may have come of a case. How long after closing the services say. */
const AFTERWARDS: readonly OperationState[] = [...CHECKING, "closed"];

/**
 * Who may do what: action → role × relation × state of the operation. The only table of its kind; services, loaders and
 * sockets ask it, and the policies of db/migrations say the same again. Tier C belongs to its owner and the readers it
 * names: lead and coordination unit read it as members of the owner's agency or as named ones, never by role.
 */
export const ACCESS = {
  "operation.read": {
    roles: { lead: ALL, ocu: ALL, ncp: ALL, reporter: ALL, analyst: ALL, partner: ALL, observer: ALL },
    states: ANY,
  },
  "operation.plan": { roles: { lead: ALL }, states: OPEN },
  "operation.move": { roles: { lead: ALL }, states: ANY },
  /** What is still open before the end, and a lead's reasons for leaving it so. */
  "closing.read": { roles: { lead: ALL, ocu: ALL }, states: ANY },
  "closing.settle": { roles: { lead: ALL }, states: CHECKING },
  /** Until when records are kept: said by leads, after closing too. */
  "records.keep": { roles: { lead: ALL }, states: ANY },
  /** All records of the own agency in one archive: its contact points take it home, after the end above all. */
  "records.take": { roles: { ncp: OWN }, states: ANY },
  "operation.invite": { roles: { lead: ALL }, states: OPEN },
  "operation.boundaries": { roles: { lead: ALL }, states: PLANNED },
  "member.manage": { roles: { lead: ALL, ncp: OWN }, states: OPEN },
  "clearance.steps": { roles: { lead: ALL, ncp: OWN }, states: OPEN },
  "key.issue": { roles: { ncp: OWN }, states: OPEN },
  /** Tier A. A reporter's other relations open with the plan's `reportersReadFacts`. */
  "facts.read": {
    roles: { lead: ALL, ocu: ALL, ncp: ALL, analyst: ALL, partner: ALL, reporter: UNIT },
    states: ANY,
  },
  /** Views of the pages that are made of facts; reporters keep them where the plan lets them read facts. */
  "view.read": { roles: { lead: ALL, ocu: ALL, ncp: ALL, analyst: ALL, partner: ALL }, states: ANY },
  "view.keep": { roles: { lead: ALL, ocu: ALL, ncp: ALL, analyst: ALL, partner: ALL }, states: OPEN },
  /** Reports on the operation: its figures with what analysts say of them, until they are frozen and published. */
  "operation_report.read": { roles: { lead: ALL, ocu: ALL, analyst: ALL }, states: ANY },
  "operation_report.draft": { roles: { lead: ALL, ocu: ALL, analyst: ALL }, states: CHECKING },
  "operation_report.publish": { roles: { lead: ALL }, states: CHECKING },
  /** A frozen version as a file, for whoever may read that version: to whom it is published, and those who write it. */
  "operation_report.take": {
    roles: { lead: ALL, ocu: ALL, ncp: ALL, reporter: ALL, analyst: ALL, partner: ALL, observer: ALL },
    states: ANY,
  },
  /** What reports are to say of own cases; cleared word by word, and for whom. */
  "operation_report.read_asked": { roles: { ncp: OWN }, states: ANY },
  "operation_report.clear_highlight": { roles: { ncp: OWN }, states: CHECKING },
  /** Its own figures and chosen words of a draft, for an administration: any contact point of it, by name. */
  "operation_report.sign": { roles: { ncp: OWN_ADMINISTRATION }, states: CHECKING },
  /** What was found wrong in a published version, beside it: also when the operation is closed. */
  "operation_report.correct": { roles: { lead: ALL, ocu: ALL, analyst: ALL }, states: ANY },
  /** The media desk: what is to come for participants, what is out for everybody; also after closing. */
  "media.read": {
    roles: { lead: ALL, ocu: ALL, ncp: ALL, reporter: ALL, analyst: ALL, partner: ALL, observer: ALL },
    states: ANY,
  },
  "media.release": { roles: { lead: ALL }, states: ANY },
  /** What is in the way, and the log of the desk; owners read their own part of it. */
  "media.run": { roles: { lead: ALL, ocu: ALL }, states: ANY },
  /** For own cases: that something about them is open, what is public already, pictures for the press. */
  "media.speak": { roles: { ncp: OWN }, states: ANY },
  /** Dashboards made of them; what is shared stands before everybody, so that leads and the coordination unit do. */
  "dashboard.read": { roles: { lead: ALL, ocu: ALL, ncp: ALL, analyst: ALL, partner: ALL }, states: ANY },
  "dashboard.keep": { roles: { lead: ALL, ocu: ALL, ncp: ALL, analyst: ALL, partner: ALL }, states: OPEN },
  "dashboard.share": { roles: { lead: ALL, ocu: ALL }, states: OPEN },
  /** A screen that shows a dashboard to everybody in a room: who starts one is in it. Ended by its starter, and by leads. */
  "wall.start": { roles: { lead: ALL, ocu: ALL, ncp: ALL, analyst: ALL }, states: OPEN },
  /** Totals by fixed panels without filters. */
  "panel.read": { roles: { observer: ALL }, states: ANY },
  /** Tier B of what is released and shared. */
  "case.read": {
    roles: {
      lead: OWN_OR_NAMED,
      ocu: ALL,
      ncp: OWN_OR_NAMED,
      analyst: OWN_OR_NAMED,
      partner: ["named"],
      reporter: UNIT_OR_NAMED,
    },
    states: ANY,
  },
  /** Tier C. */
  "nominal.read": {
    roles: {
      lead: OWN_OR_NAMED,
      ocu: OWN_OR_NAMED,
      ncp: OWN_OR_NAMED,
      analyst: OWN_OR_NAMED,
      partner: ["named"],
      reporter: UNIT_OR_NAMED,
    },
    states: ANY,
  },
  /** Reports before their release. */
  "report.read": { roles: { ncp: OWN, reporter: UNIT }, states: ANY },
  "report.write": { roles: { ncp: OWN, reporter: UNIT }, states: REPORTING },
  /** On behalf of a post, which confirms it or says what is wrong. */
  "report.enter": { roles: { ncp: OWN }, states: REPORTING },
  "report.confirm": { roles: { reporter: UNIT }, states: CHECKING },
  "report.clear": { roles: { ncp: OWN }, states: REPORTING },
  "seizure.amend": { roles: { ncp: OWN }, states: CHECKING },
  "seizure.withdraw": { roles: { ncp: OWN }, states: CHECKING },
  /** Fewer readers of the case; it is counted as before. */
  "seizure.narrow": { roles: { ncp: OWN }, states: CHECKING },
  "seizure.hold": { roles: { ncp: OWN }, states: CHECKING },
  /** Destroys it for ever, released or not. A court does not wait for an operation to open again. */
  "seizure.erase": { roles: { ncp: OWN }, states: ANY },
  /** The own seizure as another agency sees it. */
  "seizure.look_as": { roles: { ncp: OWN }, states: ANY },
  /** Photos and documents: an officer adds to what the own unit reported, released or not. */
  "attachment.add": { roles: { ncp: OWN, reporter: UNIT }, states: CHECKING },
  /** Of its narrative in another language: whoever may correct the case, and the coordination unit of what it reads. */
  "summary.write": { roles: { ncp: OWN, ocu: ALL }, states: CHECKING },
  /** Which other agencies had opened it, shown its names, printed or exported it. */
  "seizure.receipt": { roles: { ncp: OWN }, states: ANY },
  /** Own released cases as a workbook for other systems: re-use is for their owner to decide. */
  "case.hand_out": { roles: { lead: OWN, ocu: OWN, ncp: OWN }, states: OPEN },
  /** The same as a report counted them, for yearly reports: those are due long after the end. */
  "case.contribute": { roles: { lead: OWN, ocu: OWN, ncp: OWN }, states: ANY },
  /** What courts and laboratories said of it: while it runs, and for years after it was closed. */
  "outcome.write": { roles: { ncp: OWN }, states: AFTERWARDS },
  /** What came of cases as far as the reader reads them, added up. */
  "outcome.read": { roles: { lead: ALL, ocu: ALL, ncp: ALL, analyst: ALL }, states: ANY },
  /** Of which agencies nothing was told, by name; for others that is a number. */
  "outcome.silent": { roles: { lead: ALL, ocu: ALL }, states: ANY },
  "seizure.check": { roles: { ocu: ALL }, states: CHECKING },
  /** How the own agency's reports went: for itself alone. */
  "digest.read": { roles: { ncp: OWN, lead: OWN, analyst: OWN }, states: ANY },
  /** Two messages that may be one case: the coordination unit proposes, the owners agree, either may take it back. */
  "duplicate.propose": { roles: { ocu: ALL }, states: CHECKING },
  "duplicate.read": { roles: { ocu: ALL, ncp: OWN }, states: ANY },
  "duplicate.agree": { roles: { ncp: OWN }, states: CHECKING },
  "duplicate.close": { roles: { ocu: ALL, ncp: OWN }, states: CHECKING },
  /** Cases that may belong together; each pair to whoever sees both. */
  "link.read": { roles: { lead: ALL, ocu: ALL, ncp: ALL, analyst: ALL, partner: ALL }, states: ANY },
  /** Of two cases that one reads. */
  "link.answer": { roles: { lead: ALL, ocu: ALL, ncp: ALL, analyst: ALL }, states: CHECKING },
  "question.ask": { roles: { ocu: ALL }, states: CHECKING },
  "question.read": { roles: { ocu: ALL, ncp: OWN, reporter: UNIT, lead: OWN, analyst: OWN }, states: ANY },
  /** Daily tallies, agency by agency; how many are missing is a number for all who read facts. */
  "tally.read": { roles: { lead: ALL, ocu: ALL, ncp: OWN, reporter: OWN, analyst: OWN }, states: ANY },
  "tally.write": { roles: { ncp: OWN, reporter: OWN }, states: REPORTING },
  "tally.promise": { roles: { lead: ALL, ncp: OWN }, states: OPEN },
  "tally.explain": { roles: { ncp: OWN }, states: CHECKING },
  "tally.ask": { roles: { lead: ALL, ocu: ALL }, states: REPORTING },
  /** The duty roster: leads and the coordination unit read that of every agency; each is written by its own. */
  "roster.read": { roles: { lead: ALL, ocu: ALL, ncp: OWN, reporter: OWN, analyst: OWN }, states: ANY },
  "roster.write": { roles: { lead: OWN, ocu: OWN, ncp: OWN }, states: OPEN },
  /** The watch log: never of others, whatever the role. */
  "log.read": { roles: { lead: OWN, ocu: OWN, ncp: OWN, analyst: OWN }, states: ANY },
  "log.write": { roles: { lead: OWN, ocu: OWN, ncp: OWN }, states: OPEN },
  /** Signing, accepting and reading handovers, each within the rights of the duty that signed. */
  "watch.hand_over": { roles: { lead: OWN, ocu: OWN, ncp: OWN }, states: OPEN },
  /** Seeing which agencies have somebody here now, and being seen so: who does not see is not seen either. */
  "presence.take_part": { roles: { lead: ALL, ocu: ALL, ncp: ALL, reporter: ALL, analyst: ALL }, states: ANY },
  /** Whether the own agency is shown at all. */
  "presence.of_agency": { roles: { lead: OWN, ocu: OWN, ncp: OWN }, states: ANY },
  "question.answer": { roles: { ncp: OWN, reporter: UNIT }, states: CHECKING },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof ACCESS;

export type Actor = { agencyId: Id; administrationId: Id; unitId: Id; role: Role; readsFacts?: boolean };
/** What is acted on; without an agency it is the operation itself. */
export type Subject = { agencyId?: Id; administrationId?: Id; unitId?: Id; named?: boolean };

export function relationOf(actor: Actor, subject: Subject): Relation {
  if (subject.agencyId === undefined) return "other";
  if (subject.agencyId === actor.agencyId) {
    return subject.unitId === undefined || subject.unitId === actor.unitId ? "own-unit" : "own-agency";
  }
  if (subject.named) return "named";
  return subject.administrationId === actor.administrationId ? "own-administration" : "other";
}

/** What the plan opens to reporters together with the facts of others. */
const WITH_FACTS: ReadonlySet<Action> = new Set([
  "facts.read",
  "view.read",
  "view.keep",
  "dashboard.read",
  "dashboard.keep",
]);

export function may(actor: Actor, action: Action, state: OperationState, subject: Subject = {}): boolean {
  const rule: Rule = ACCESS[action];
  if (!rule.states.includes(state)) return false;
  if (WITH_FACTS.has(action) && actor.role === "reporter" && actor.readsFacts) return true;
  return rule.roles[actor.role]?.includes(relationOf(actor, subject)) ?? false;
}
