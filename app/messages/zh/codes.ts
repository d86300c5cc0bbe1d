import checks from "./codes/checks.ts";
import commodities from "./codes/commodities.ts";
import lists from "./codes/lists.ts";
import measures from "./codes/measures.ts";
import published from "./codes/published.ts";
import reference from "./codes/reference.ts";
import terms from "./codes/terms.ts";

/** Labels of codes, commodities, units and rules, and the questions of the checks. */
export default { ...checks, ...commodities, ...lists, ...measures, ...published, ...reference, ...terms } as const;
