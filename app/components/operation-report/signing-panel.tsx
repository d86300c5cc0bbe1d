import { Panel } from "#app/components/ui/panel.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { useCountryNames } from "#app/components/workspace/use-workspace.ts";
import { nameOrder } from "../charts/count-bars.ts";
import { AskSignatures } from "./ask-signatures.tsx";
import { useReportWords } from "./report-words.ts";
import { whatIsSigned } from "./signed-table.ts";
import type { DraftSignings, EditionSignatures, SigningLine } from "./signing-types.ts";
import "./signing.css";

const TONES = { signed: "passed", earlier: "warn", refused: "danger", open: "plain" } as const;

type DraftSigningProps = { signings: DraftSignings; mayAsk: boolean; command: string; answer: unknown };

/** Who was asked to sign a draft, how each stands to it, and the way to ask. */
export function DraftSigning({ signings, ...asking }: DraftSigningProps) {
  const text = useText();
  const { lines } = signings;
  return (
    <Panel title={text("operation_report.signatures")}>
      <div className="stack">
        {lines.length === 0 && <p className="muted">{text("operation_report.signatures.none")}</p>}
        <SignatureLines lines={lines} />
        <Unsigned n={lines.filter(({ code }) => code === null).length} />
        {asking.mayAsk && <AskSignatures signings={signings} {...asking} />}
      </div>
    </Panel>
  );
}

/** In what a draft still lacks: how many that were asked have not signed what stands now. */
export function UnsignedYet({ signings }: { signings: DraftSignings }) {
  const text = useText();
  const n = signings.lines.filter(({ state }) => state !== "signed").length;
  return n === 0 ? null : <li>{text("operation_report.signature.missing", { n })}</li>;
}

/** Signatures as they were frozen with a version. */
export function EditionSigning({ signatures }: { signatures: EditionSignatures }) {
  const text = useText();
  return (
    <Panel title={text("operation_report.signatures")}>
      <div className="stack">
        <SignatureLines lines={signatures.lines} />
        <p>{text("operation_report.signature.unsigned", { n: signatures.unsigned })}</p>
      </div>
    </Panel>
  );
}

type Line = EditionSignatures["lines"][number] & Partial<Pick<SigningLine, "anew" | "moved" | "reason">>;

/** By name; those of whom there is nothing to say but that they have not answered stand together. */
function SignatureLines({ lines }: { lines: readonly Line[] }) {
  const text = useText();
  const format = useFormat();
  const names = useCountryNames();
  const named = lines
    .flatMap((line) => (line.code === null ? [] : { ...line, label: names[line.code] ?? line.code }))
    .sort(nameOrder(format.locale));
  const silent = named.filter(({ state, moved }) => state === "open" && !moved);
  const said = named.filter((line) => !silent.includes(line));
  if (named.length === 0) return null;
  return (
    <ul className="signature-lines">
      {said.map((line) => (
        <SignatureLine key={line.code} {...line} />
      ))}
      {silent.length > 0 && (
        <li>
          <Tag>{text("operation_report.signature.state.open")}</Tag>
          <p>{format.list(silent.map(({ label }) => label))}</p>
        </li>
      )}
    </ul>
  );
}

function SignatureLine({ label, state, sections, signer, agency, at, anew, moved, reason }: Line & { label: string }) {
  const text = useText();
  const words = useReportWords();
  return (
    <li>
      <span className="signature-name">{label}</span>{" "}
      <Tag tone={TONES[state]}>{text(`operation_report.signature.state.${state}`)}</Tag>
      {signer && at && state !== "open" && (
        <p className="caption">
          {text("operation_report.signature.by", { signer, agency: agency ?? "" })} · <Time at={at} as="moment" />
        </p>
      )}
      {state === "signed" && <p className="caption">{whatIsSigned(sections, words)}</p>}
      {state === "refused" && reason && (
        <p className="signature-reason" dir="auto">
          {reason}
        </p>
      )}
      {state !== "signed" && (moved || anew) && (
        <p className="caption">
          {text(moved ? "operation_report.signature.outdated" : "operation_report.signature.anew")}
        </p>
      )}
    </li>
  );
}

function Unsigned({ n }: { n: number }) {
  const text = useText();
  return n === 0 ? null : <p>{text("operation_report.signature.unsigned", { n })}</p>;
}
