import { escaped } from "../components/pictures/svg-text.ts";
import type { Paper, PaperBlock, PaperPart, Run } from "../domain/operation-report/paper.ts";

const STYLE = `body{font:15px/1.55 "Noto Sans",system-ui,sans-serif;color:#142023;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.9rem;margin:0}h2{margin-top:2.4rem}h3{margin:1.6rem 0 .4rem}.mark{border:1px solid #8c2a20;color:#8c2a20;
padding:.5rem .8rem;font-weight:700}.soft{color:#515f63;font-size:.85rem}table{border-collapse:collapse;width:100%;font-size:.85rem}
th,td{border-bottom:1px solid #d6d5ce;padding:.25rem .5rem;text-align:left;vertical-align:top}.n{text-align:right}
img{max-width:100%}@media print{.mark{position:running(mark)}}`;

/** A report as one file that any browser opens: nothing in it is asked for from anywhere. */
export function htmlOf(paper: Paper): string {
  const { lang, title, operation, period, marking, origin, contents, sections } = paper;
  const toc = sections.map(
    ({ number, title: name }) => `<li><a href="#s${number}">${number} ${escaped(name)}</a></li>`,
  );
  const body = sections.map(
    ({ number, title: name, blocks, parts }) =>
      `<section><h2 id="s${number}">${number} ${escaped(name)}</h2>${blocks.map(block).join("")}${parts.map(part).join("")}</section>`,
  );
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<style>${STYLE}</style></head><body>
<p class="mark">${escaped(marking)}</p><h1 dir="auto">${escaped(title)}</h1>
<p>${escaped(operation)}<br>${escaped(period)}</p>
${origin.map((line) => `<p class="soft">${escaped(line)}</p>`).join("")}
<nav><h2>${escaped(contents)}</h2><ol style="list-style:none;padding:0">${toc.join("")}</ol></nav>
${body.join("\n")}<p class="mark">${escaped(marking)}</p></body></html>
`;
}

function runs(words: readonly Run[]): string {
  return words
    .map(({ text, bold, italic }) => {
      const said = escaped(text).replaceAll("\n", "<br>");
      const slanted = italic ? `<em>${said}</em>` : said;
      return bold ? `<strong>${slanted}</strong>` : slanted;
    })
    .join("");
}

function block(one: PaperBlock): string {
  if (one.kind === "part") return part(one.part);
  const { kind, items } = one;
  const [first = []] = items;
  if (kind === "paragraph") return `<p dir="auto">${runs(first)}</p>`;
  if (kind === "heading") return `<h3 dir="auto">${runs(first)}</h3>`;
  const tag = kind === "bullets" ? "ul" : "ol";
  return `<${tag}>${items.map((item) => `<li dir="auto">${runs(item)}</li>`).join("")}</${tag}>`;
}

function part({ title, picture, table, notes }: PaperPart): string {
  const drawn = picture
    ? `<img alt="${escaped(picture.alt)}" src="data:image/svg+xml;base64,${Buffer.from(picture.svg).toString("base64")}">`
    : "";
  const side = (at: number) => (table?.heads[at]?.numeric ? ' class="n"' : "");
  const tabled = table
    ? `<table><thead><tr>${table.heads.map(({ name }, at) => `<th scope="col"${side(at)}>${escaped(name)}</th>`).join("")}</tr></thead><tbody>${table.rows
        .map((row) => `<tr>${row.map((cell, at) => `<td${side(at)}>${escaped(cell)}</td>`).join("")}</tr>`)
        .join("")}</tbody></table>`
    : "";
  return `<h3>${escaped(title)}</h3>${drawn}${tabled}${notes.map((note) => `<p class="soft">${escaped(note)}</p>`).join("")}`;
}
