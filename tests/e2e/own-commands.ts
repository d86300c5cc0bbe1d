import type { Page } from "@playwright/test";

/** Forms of the page that say different things under one command: whichever is pressed second would be refused. */
export async function formsUnderOneCommand(page: Page): Promise<string[]> {
  return page.locator("form:has(input[name=command])").evaluateAll((forms) => {
    const saying = new Map<string, string>();
    const found: string[] = [];
    for (const form of forms) {
      const hidden = [...form.querySelectorAll<HTMLInputElement>("input[type=hidden]")];
      const command = hidden.find(({ name }) => name === "command")?.value ?? "";
      const others = hidden.filter(({ name }) => name !== "command").map(({ name, value }) => `${name}=${value}`);
      const says = [form.getAttribute("action"), ...others].join(" ");
      if (saying.has(command) && saying.get(command) !== says) found.push(`${saying.get(command)} / ${says}`);
      saying.set(command, says);
    }
    return found;
  });
}
