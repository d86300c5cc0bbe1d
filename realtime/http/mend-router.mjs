// Mends the router in node_modules, after `npm ci`. See docs/decisions/router-is-mended.md.
// @remix-run/router 1.23.3 lays out, sorts and compiles all routes anew for every address that it looks up, some six
// times for one page: with two hundred routes a seventh of what a server has to do.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { homeOf, mendFile } from "../../db/driver/mend.mjs";

const NAME = "@remix-run/router";
const VERSION = "1.23.3";

/** The server's form alone: in a browser routes are added to lists that were looked up before. */
const ROUTER = [
  [
    "  let branches = flattenRoutes(routes);\n  rankRouteBranches(branches);\n",
    "  let branches = rankedBranches.get(routes);\n  if (!branches) {\n    branches = flattenRoutes(routes);\n    rankRouteBranches(branches);\n    rankedBranches.set(routes, branches);\n  }\n",
  ],
  [
    "function matchRoutesImpl(routes,",
    "const rankedBranches = new WeakMap();\nconst compiledPaths = new Map();\nfunction matchRoutesImpl(routes,",
  ],
  [
    "  let [matcher, compiledParams] = compilePath(pattern.path, pattern.caseSensitive, pattern.end);\n",
    "  let compiledKey = [pattern.caseSensitive === true, pattern.end !== false, pattern.path].join();\n  let compiled = compiledPaths.get(compiledKey);\n  if (!compiled) {\n    if (compiledPaths.size > 5000) compiledPaths.clear();\n    compiledPaths.set(compiledKey, compiled = compilePath(pattern.path, pattern.caseSensitive, pattern.end));\n  }\n  let [matcher, compiledParams] = compiled;\n",
  ],
];

/** Does nothing where it is done already. */
export function mendRouter() {
  mendFile(join(homeOf(NAME, VERSION), "dist", "router.cjs.js"), ROUTER, `${NAME} ${VERSION}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) mendRouter();
