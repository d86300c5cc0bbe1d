import { FiguresAnswer, FiguresAsked } from "../domain/api/figures.ts";
import { FIGURES } from "../domain/figures/definition.ts";
import { figuresFor } from "../services/kept-figures.server.ts";
import { mustReadFacts } from "../services/reading.server.ts";
import { read } from "../services/write.server.ts";
import { asking } from "./call.server.ts";
import { filterOf } from "./seizure-parts.server.ts";

export const getFigures = asking({
  id: "getFigures",
  path: "/operations/{operationId}/figures",
  scope: "figures.read",
  summary: "The figures of the screens, of the whole operation or of what a filter leaves",
  about:
    "Cases count once each; quantities are never added across units. Seizures are not trafficking: totals depend on who reports, which `coverage` says.",
  refuses: [404],
  query: FiguresAsked,
  answer: FiguresAnswer,
  work: async ({ acting, query }) =>
    read(acting, async (tx, self) => {
      mustReadFacts(self);
      const figures = await figuresFor(tx, { house: acting.house, self, filter: filterOf(query) });
      const rules = Object.fromEntries(Object.entries(FIGURES).map(([id, { rule }]) => [id, rule]));
      return { at: self.now.toISOString(), rules, figures };
    }),
});
