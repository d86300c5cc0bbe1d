/** Whether this page holds a snapshot: then a filter needs no answer of the server. Set by the live line alone. */
let holds = false;

export function holdsSnapshot(): boolean {
  return holds;
}

export function setHolding(held: boolean): void {
  holds = held;
}
