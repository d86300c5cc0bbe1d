const AT_ONCE = 8;

/** Sends all, in turns of a few, so that one's answer does not wait for hundreds. */
export async function sendInTurns<T, A>(all: readonly T[], send: (one: T) => Promise<A>): Promise<A[]> {
  const answers: A[] = [];
  const left = [...all];
  const sending = Array.from({ length: AT_ONCE }, async () => {
    for (let one = left.shift(); one; one = left.shift()) answers.push(await send(one));
  });
  await Promise.all(sending);
  return answers;
}
