import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/** Which way imports point; see docs. Each rule: files there must not import what is here, save for the exceptions. */
interface Rule {
  name: string;
  from: RegExp;
  never: RegExp;
  except?: RegExp;
  /** Whether types may pass: they are gone when the program runs. */
  typesMay?: boolean;
}

const RULES: Rule[] = [
  {
    name: "domain imports zod and itself, nothing else",
    from: /^app\/domain\//,
    never: /./,
    except: /^(app\/domain\/|zod$)/,
  },
  {
    name: "the database knows of the domain, and of nothing above itself",
    from: /^db\//,
    never: /^(app|realtime|seeds|tests)\//,
    except: /^app\/domain\//,
  },
  {
    name: "what counts figures again imports nothing of what counts them",
    from: /^db\/verify\//,
    never: /^(app|db)\//,
    except: /^(app\/domain\/(id|local-date)\.ts|db\/client\.server\.ts)$/,
  },
  {
    name: "services know neither pages nor sockets",
    from: /^app\/services\//,
    never: /^(app\/(routes|components|live)|realtime|seeds|tests)\//,
  },
  {
    name: "components fetch nothing and know neither database nor services",
    from: /^app\/components\//,
    never: /^(db|app\/services|realtime|seeds|tests)\/|\.server\.tsx?$/,
  },
  {
    name: "the browser's live connection knows of the server its protocol alone",
    from: /^app\/live\//,
    never: /^(db|app\/services|app\/routes|app\/components|realtime|seeds|tests)\/|\.server\.tsx?$/,
    except: /^realtime\/protocol\.ts$/,
  },
  {
    name: "what waits on a device knows the domain, and works without a page",
    from: /^app\/outbox\//,
    never: /^(db|app\/(services|routes|components|live|messages)|realtime|seeds|tests)\/|\.server\.tsx?$/,
  },
  {
    name: "nothing imports a route, save the type of what its loader answers",
    from: /^(app|db|realtime|seeds)\//,
    never: /^app\/routes\//,
    typesMay: true,
  },
  { name: "realtime draws nothing", from: /^realtime\//, never: /^(app\/(routes|components|live)|tests)\// },
  { name: "nothing that ships imports tests", from: /^(app|db|realtime|seeds)\//, never: /^tests\// },
  {
    name: "routes reach sockets and seeds through what the server hands them",
    from: /^app\/routes\//,
    never: /^(realtime|seeds|tests)\//,
    except: /^realtime\/protocol\.ts$/,
  },
];

interface Import {
  file: string;
  target: string;
  isType: boolean;
}

const FOLDERS = ["app", "db", "realtime", "seeds", "tests"];
const STATEMENT =
  /(?:^|\n)\s*(import|export)\s+(type\s)?[^"';]*?from\s+["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)|(?:^|\n)import\s+["']([^"']+)["']/g;

function sourceFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", ...FOLDERS], {
    encoding: "utf8",
  });
  return listed.split("\n").filter((file) => /\.tsx?$/.test(file) && existsSync(file));
}

function importsOf(file: string): Import[] {
  const found = readFileSync(file, "utf8").matchAll(STATEMENT);
  return [...found].map(([, , type, from, dynamic, bare]) => ({
    file,
    target: placeOf(file, from ?? dynamic ?? bare ?? ""),
    isType: type !== undefined,
  }));
}

/** `#app/x.ts` and `./x.ts` as paths of the repository; packages keep their names. */
function placeOf(file: string, specifier: string): string {
  if (specifier.startsWith("#")) return specifier.slice(1).replace(/\?.*$/, "");
  if (specifier.startsWith(".")) return normalize(join(dirname(file), specifier)).replace(/\?.*$/, "");
  return specifier;
}

const imports = sourceFiles().flatMap(importsOf);

test.each(RULES)("$name", ({ from, never, except, typesMay }) => {
  const barred = ({ file, target, isType }: Import) =>
    from.test(file) && never.test(target) && !except?.test(target) && !(typesMay && isType);
  const wrong = imports.filter(barred);
  expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
});

test("every import of our own names a file that is there, with its ending", () => {
  const own = imports.filter(({ target }) => FOLDERS.some((folder) => target.startsWith(`${folder}/`)));
  const missing = own.filter(({ target }) => !existsSync(target));
  expect(missing.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
});

test("no part of a page is keyed by a command: each load makes new ones, and takes what is typed or pressed with it", () => {
  const keyed = /key=\{(command|[\w.]+\.commands?\.\w+|[\w.]+\.command)\}/;
  const pages = sourceFiles().filter((path) => path.endsWith(".tsx"));
  expect(pages.filter((path) => keyed.test(readFileSync(path, "utf8")))).toEqual([]);
});

test("nobody but the settings, start and tests reads the environment", () => {
  const allowed = /^(app\/env\.server\.ts|tests\/)/;
  const wrong = sourceFiles().filter(
    (file) => !allowed.test(file) && /process\.env\b/.test(readFileSync(file, "utf8")),
  );
  expect(wrong).toEqual([]);
});

test("no source file is longer than 300 lines, no test of one service than 450", () => {
  const long = sourceFiles().filter(
    (file) =>
      !/\/(generated|reference)\//.test(file) &&
      readFileSync(file, "utf8").split("\n").length > (file.startsWith("tests/") ? 451 : 301),
  );
  expect(long).toEqual([]);
});
