export const PACKAGE_STATES = ["making", "done", "stopped", "replaced", "erased"] as const;
export type PackageState = (typeof PACKAGE_STATES)[number];

export type PackageLine = {
  id: string;
  state: PackageState;
  by: string;
  askedAt: string;
  asOf: string | null;
  done: number;
  expected: number;
  bytes: number | null;
  sha256: string | null;
  cases: number;
  files: number;
};

export type PackagesPageData = {
  lines: PackageLine[];
  keptUntil: string | null;
  command: string;
  fresh: string;
};
