import standard from "#seeds/cen/mapping.json";
import { CenMapping } from "./domain/cen/mapping.ts";
import { readMapping } from "./mapping-file.server.ts";

/** How workbooks and messages of CEN and CENcomm look: by the file that the installation names, else by ours. */
export function readCenMapping(path?: string): CenMapping {
  return readMapping(CenMapping, { variable: "CEN_MAPPING", path, standard });
}
