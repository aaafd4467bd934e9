/** What can be seen to be wrong with a page without knowing what it is for. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

declare global {
  interface Window {
    axe?: { run(context: Document, options: RunOptions): Promise<AxeResults> };
  }
}

/** Waits until nothing on the page says that it is still loading. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator("h1, h2, [role=alert]").first().waitFor();
  await page.waitForFunction(() => document.querySelector(".ant-skeleton, .loading, [aria-busy=true]") === null);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
};

const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scroller = document.scrollingElement;
    const over = (scroller?.scrollWidth ?? 0) - window.innerWidth;
    if (over <= 1) return [];
    const widest = [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`.slice(0, 60));
    return [`scrolls ${over} px sideways: ${widest.slice(0, 3).join(", ")}`];
  });

const barriers = async (page: Page): Promise<string[]> => {
  // Evaluated by the debugger, so that the page's content security policy stays as it is.
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const results = await window.axe?.run(document, { resultTypes: ["violations"] });
    return (results?.violations ?? []).map(({ id, impact, nodes }) => ({
      id,
      impact,
      nodes: nodes.map(
        ({ html, failureSummary }) => `${html.slice(0, 160)} — ${failureSummary?.split("\n")[1]?.trim()}`,
      ),
    }));
  });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id} (${nodes.length}×): ${nodes.slice(0, 2).join(" | ")}`);
};

/** Everything wrong, each line beginning with the page's name. */
export const inspect = async (page: Page, name: string): Promise<string[]> => {
  await settled(page);
  const found = [...(await sideways(page)), ...(await barriers(page))];
  return found.map((problem) => `${name}: ${problem}`);
};
