/** Twice the size it is drawn in: sharp on paper and on a slide. */
const SCALE = 2;

export type PictureFile = { kind: "svg" | "png"; name: string };

/** Hands a picture to the browser as a file, as it is or as pixels. Nothing leaves this page. */
export async function saveSvg(svg: string, { kind, name }: PictureFile): Promise<void> {
  const drawn = new Blob([svg], { type: "image/svg+xml" });
  saveFile(kind === "svg" ? drawn : await pngOf(drawn), `${name}.${kind}`);
}

/** Reads tokens of the light theme, whatever theme the page is in: what paper is printed with. */
export function onPaper<T>(read: (paper: HTMLElement) => T): T {
  const paper = document.createElement("div");
  paper.dataset.theme = "light";
  document.body.append(paper);
  const found = read(paper);
  paper.remove();
  return found;
}

export function saveFile(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // After the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function pngOf(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width * SCALE, image.height * SCALE];
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((file) => (file ? resolve(file) : reject(new Error("The picture could not be made"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
