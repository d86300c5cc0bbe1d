import { ArrowUUpLeftIcon } from "@phosphor-icons/react/dist/ssr/ArrowUUpLeft";
import { ChatCircleDotsIcon } from "@phosphor-icons/react/dist/ssr/ChatCircleDots";
import { ChecksIcon } from "@phosphor-icons/react/dist/ssr/Checks";
import { FolderOpenIcon } from "@phosphor-icons/react/dist/ssr/FolderOpen";
import { MapTrifoldIcon } from "@phosphor-icons/react/dist/ssr/MapTrifold";
import { PencilSimpleLineIcon } from "@phosphor-icons/react/dist/ssr/PencilSimpleLine";
import { PlusIcon } from "@phosphor-icons/react/dist/ssr/Plus";
import { StackIcon } from "@phosphor-icons/react/dist/ssr/Stack";
import { ACROSS, AccountFrame, useSignedIn } from "#app/components/account/account-frame.tsx";
import { type OperationRow, OperationsList } from "#app/components/shell/operations-list.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import type { Role } from "#app/domain/member.ts";
import type { OperationKind, OperationState } from "#app/domain/operation.ts";
import type { TextOf } from "#app/messages/catalogue.ts";
import { ReaderClock } from "./reader-clock.tsx";

type Waits = { questions: number; clearance: number; returned: number; drafts: number; boundaries: boolean };

export type MyOperation = {
  id: string;
  name: string;
  edition: string;
  kind: OperationKind;
  state: OperationState;
  datesMovedDays: number;
  startsOn: string;
  endsOn: string;
  followUpEndsOn: string;
  today: string;
  leads: readonly string[];
  role: Role;
  cases: { confirmed: number; provisional: number } | null;
  coverage: readonly { name: string; said: boolean }[];
  weeks: readonly number[];
  waits: Waits;
};

type MyOperationsProps = { name: string; mayOpen: boolean; operations: readonly MyOperation[] };

/** The first page: where each of my operations stands, and what waits for me there. */
export function MyOperations({ name, mayOpen, operations }: MyOperationsProps) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const across = useSignedIn()?.several && (
    <LinkButton to={ACROSS} icon={StackIcon}>
      {text("across.title")}
    </LinkButton>
  );
  const open = mayOpen && (
    <LinkButton to="/operations/new" icon={PlusIcon}>
      {text("home.new")}
    </LinkButton>
  );
  const hour = Number(format.time(now).slice(0, 2));
  return (
    <AccountFrame
      title={text("home.greeting", { part: hour < 4 || hour > 17 ? "evening" : hour < 12 ? "morning" : "noon", name })}
      lead={text("home.lead_line", { n: operations.filter(({ state }) => state === "active").length })}
      tools={<ReaderClock />}
      acts={
        (across || open) && (
          <>
            {across}
            {open}
          </>
        )
      }
    >
      {operations.length === 0 ? (
        <EmptyState icon={FolderOpenIcon} title={text("home.none")} acts={open || undefined}>
          {text(mayOpen ? "home.none.opener" : "home.none.text")}
        </EmptyState>
      ) : (
        <OperationsList operations={operations.map((one) => rowOf(one, text))} today={format.dayOf(now)} />
      )}
    </AccountFrame>
  );
}

function rowOf(
  { coverage, weeks, waits, edition, datesMovedDays, ...operation }: MyOperation,
  text: TextOf,
): OperationRow {
  const { id, name, role } = operation;
  return {
    ...operation,
    to: `/operations/${id}`,
    name: edition === "" ? name : `${name} ${edition}`,
    movedDays: datesMovedDays,
    role: text(`role.${role}`),
    coverage: coverage.map(({ name, said }) => ({ name, state: said ? ("full" as const) : ("not_due" as const) })),
    weeks: weeks.map((count) => ({ count })),
    waits: waitsOf(`/operations/${id}`, waits, text),
  };
}

function waitsOf(home: string, waits: Waits, text: TextOf): OperationRow["waits"] {
  const { questions, clearance, returned, drafts, boundaries } = waits;
  const seizures = `${home}/seizures`;
  const all = [
    { n: questions, icon: ChatCircleDotsIcon, key: "home.waits.questions", to: home, urgent: true },
    { n: clearance, icon: ChecksIcon, key: "home.waits.clearance", to: seizures, urgent: true },
    { n: returned, icon: ArrowUUpLeftIcon, key: "home.waits.returned", to: seizures, urgent: true },
    { n: drafts, icon: PencilSimpleLineIcon, key: "home.waits.drafts", to: seizures },
    { n: boundaries ? 1 : 0, icon: MapTrifoldIcon, key: "home.waits.boundaries", to: `${home}/plan` },
  ] as const;
  return all.filter(({ n }) => n > 0).map(({ n, key, ...wait }) => ({ ...wait, words: text(key, { n }) }));
}
