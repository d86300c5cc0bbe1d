const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** As a file of the form, or as base64 from a sender that knows forms of text alone; null for anything else. */
export async function contentOf(form: FormData, most: number): Promise<Uint8Array | null> {
  const content = form.get("content");
  if (content instanceof Blob && content.size <= most) return new Uint8Array(await content.arrayBuffer());
  if (typeof content === "string" && BASE64.test(content)) return Buffer.from(content, "base64");
  return null;
}
