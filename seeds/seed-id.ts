import { v5 } from "uuid";

const NAMESPACE = "5f0c1c0e-7f0a-4c52-9a3e-3f1c2d6b7a10";

/** The same id for the same name, on every machine and in every run. */
export function seedId(...name: (string | number)[]): string {
  return v5(name.join("/"), NAMESPACE);
}
