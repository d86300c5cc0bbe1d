import { data } from "@remix-run/node";

/** Every address that no other route knows. */
export function loader(): never {
  throw data({ problem: "not-found" }, { status: 404 });
}

export function action(): never {
  throw data({ problem: "not-found" }, { status: 404 });
}

/** Never drawn: the loader always refuses, and the error page of the document answers. */
export default function Nothing() {
  return null;
}
