import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { DESK, PHONE } from "./people.ts";

for (const theme of ["dark", "light"] as const) {
  for (const size of [DESK, PHONE]) {
    test(`the door is accessible and no wider than its window, ${theme}, ${size.width} px`, async ({
      page,
      baseURL,
    }) => {
      await page.context().addCookies([{ name: "naga_theme", value: theme, url: baseURL ?? "" }]);
      await page.setViewportSize(size);
      await page.goto("/sign-in");
      await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBeLessThanOrEqual(0);
    });
  }
}
