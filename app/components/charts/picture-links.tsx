import { ImageIcon } from "@phosphor-icons/react/dist/ssr/Image";
import { VectorTwoIcon } from "@phosphor-icons/react/dist/ssr/VectorTwo";
import { FIGURES, type FigureId } from "#app/domain/figures/definition.ts";
import { useSaving } from "../pictures/use-saving.tsx";
import { IconButton } from "../ui/button.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import { useComparedWords, useSecondHead } from "./change-words.ts";
import { useCoverageWords } from "./coverage-line.tsx";
import type { Drawing, DrawingWords } from "./drawing.ts";
import { inNumbers, kindNames, leftOutWords } from "./drawing-words.ts";
import { useMarking } from "./markings.tsx";
import type { Reckoning } from "./reckoning.ts";

type PictureLinksProps = { figure: FigureId; title: string; drawing: Drawing; reckoning: Reckoning };

/** The figure as a picture to take away, in the colours of print, with everything that stands under it on the page. */
export function PictureLinks({ figure, title, drawing, reckoning }: PictureLinksProps) {
  const text = useText();
  const words = useDrawingWords(figure, { title, drawing, reckoning });
  const name = `${reckoning.operation}-${figure}-${reckoning.asOf.slice(0, 10)}`.toLowerCase();
  const { attempt, failure } = useSaving();
  const save = (kind: "svg" | "png") =>
    attempt(async () => (await import("./save-picture.ts")).savePicture(drawing, words, { kind, name }));
  return (
    <>
      <IconButton
        className="screen-only"
        size="small"
        icon={VectorTwoIcon}
        label={text("figure.svg", { title })}
        onClick={() => save("svg")}
      />
      <IconButton
        className="screen-only"
        size="small"
        icon={ImageIcon}
        label={text("figure.png", { title })}
        onClick={() => save("png")}
      />
      {failure}
    </>
  );
}

/** The words of the page for its picture: cut-off, rule, what was left out, the caution, and what the records are. */
export function useDrawingWords(
  figure: FigureId,
  { title, drawing, reckoning }: Pick<PictureLinksProps, "title" | "drawing" | "reckoning">,
): DrawingWords {
  const text = useText();
  const format = useFormat();
  const marking = useMarking(reckoning.marking);
  const behind = useCoverageWords(reckoning.behind);
  const secondHead = useSecondHead();
  const compared = useComparedWords(reckoning.compared);
  const { cases, asOf, excluded } = reckoning;
  const leftOut = leftOutWords(excluded, text);
  const counted = [
    `${text("figure.caption.n", { n: cases.total })} ${text("ui.pair.confirmed", { n: cases.confirmed })}, ${text("ui.pair.provisional", { n: cases.provisional })}`,
    text("figure.as_of", { at: format.moment(asOf) }),
    text("figure.caption.rule", { rule: FIGURES[figure].rule }),
    ...(leftOut.length > 0 ? [text("figure.left_out", { what: format.list(leftOut) })] : []),
  ].join(" · ");
  return {
    title,
    under: [
      ...(drawing.notes ?? []),
      counted,
      ...(behind ? [behind] : []),
      ...(compared ? [compared] : []),
      text("figure.caution"),
      ...(marking ? [marking] : []),
    ],
    alt: [
      `${title}. ${inNumbers(drawing, reckoning.compared && secondHead(reckoning.compared))}`,
      ...(drawing.notes ?? []),
      compared,
    ]
      .filter((part) => part !== "")
      .join(". "),
    confirmed: text("figure.column.confirmed"),
    provisional: text("figure.column.provisional"),
    second: reckoning.compared && secondHead(reckoning.compared),
    kindNames: kindNames(drawing, text),
  };
}
