/** Words in which what stands between backticks is code. */
export function WithCode({ children }: { children: string }) {
  const parts = children.split("`").map((words, at) => ({ words, at }));
  return parts.map(({ words, at }) => (at % 2 === 1 ? <code key={at}>{words}</code> : <span key={at}>{words}</span>));
}
