import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { OutcomeSaid } from "#app/domain/outcome/said.ts";

/** What an outcome says, in short parts; the first one names it. What nobody said of persons is said to be not known. */
export function useOutcomeWords(): (said: OutcomeSaid) => string[] {
  const text = useText();
  const format = useFormat();
  const persons = (n: number | null) =>
    n === null ? text("outcome.persons.unknown") : text("outcome.persons.n", { n });
  const money = (amount: string | null, currency: string | null) =>
    amount === null || currency === null ? "" : `${format.decimal(amount)}\u00a0${currency}`;
  const length = (n: number | null, term: string | null) => {
    if (term === "life") return text("outcome.term.life");
    return n === null || term === null ? "" : text.label(`outcome.length.${term}`, { n });
  };
  const partsOf = (said: OutcomeSaid): string[] => {
    switch (said.kind) {
      case "laboratory": {
        const purity = said.purityPercent && text("outcome.purity", { n: format.decimal(said.purityPercent) });
        const found = said.commodity === null ? "" : text.commodity(said.commodity);
        return [text(`outcome.finding.${said.finding}`), found, said.taxon, purity ?? ""];
      }
      case "charge":
        return [...said.offences.map((code) => text.code("offence", code)), said.statute, persons(said.persons)];
      case "verdict":
        return [
          text(`outcome.result.${said.result}`),
          persons(said.persons),
          said.finality === "unknown" ? "" : text(`outcome.finality.${said.finality}`),
        ];
      case "sentence":
        return [
          text(`outcome.sanction.${said.sanction}`),
          length(said.length, said.term),
          money(said.amount, said.currency),
          persons(said.persons),
        ];
      case "assets":
        return [text(`outcome.measure.${said.measure}`), money(said.amount, said.currency), said.what];
      case "disposal": {
        const { quantity, unit } = said;
        const amount = quantity === null || unit === null ? "" : format.quantity(quantity, unit);
        return [text.code("disposal", said.disposal), amount || text("outcome.amount.unknown")];
      }
    }
  };
  return (said) => partsOf(said).filter((part) => part !== "");
}
