import standard from "#seeds/contributions/mapping.json";
import { ContributionMapping } from "./domain/contribution/mapping.ts";
import { readMapping } from "./mapping-file.server.ts";

/** How contributions to yearly reports look: by the file that the installation names, else by ours. */
export function readContributionMapping(path?: string): ContributionMapping {
  return readMapping(ContributionMapping, { variable: "CONTRIBUTION_MAPPING", path, standard });
}
