import { useMomentWords } from "#app/components/known/known-words.ts";
import { useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { type FilmPlan, FilmProblem } from "./film-plan.ts";

type Known = { hours: readonly number[]; momentAt: (hour: number) => number; filter: FactFilter };

/** The film by what was known when, moment by moment. */
export function useKnownPlan({ hours, momentAt, filter }: Known): FilmPlan {
  const { id } = useWorkspace().operation;
  const wordsOf = useMomentWords();
  const text = useText();
  return {
    clock: "known",
    steps: hours.length,
    notes: [text("known.film.note")],
    async begin() {
      const { loadKnowledge } = await import("#app/live/knowledge.ts");
      // Not the one that the page plays: each stands at a moment of its own.
      const all = await loadKnowledge(id);
      if (!all) throw new FilmProblem("failed");
      const stepAt = (step: number) => {
        const at = momentAt(hours[step] ?? 0);
        return { snapshot: all.playTo(at), filter, said: wordsOf(at) };
      };
      return { whole: stepAt(hours.length - 1), at: stepAt };
    },
  };
}
