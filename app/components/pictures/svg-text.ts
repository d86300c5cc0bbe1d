/** Words in lines of at most so many letters. */
export function wrapped(words: string, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words.split(" ").flatMap((one) => piecesOf(one, most))) {
    if (line !== "" && line.length + word.length + 1 > most) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

/** Scripts that set no blanks are cut where a line is full. */
function piecesOf(word: string, most: number): string[] {
  const letters = [...word];
  const pieces: string[] = [];
  for (let at = 0; at < letters.length; at += most) pieces.push(letters.slice(at, at + most).join(""));
  return pieces.length === 0 ? [""] : pieces;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Words as they may stand in a picture. */
export function escaped(words: string): string {
  // What XML cannot hold would make the whole picture unreadable.
  const writable = [...words].filter((letter) => letter >= " " || letter === "\n").join("");
  return writable.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
}
