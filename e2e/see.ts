import type { Locator, Page } from "playwright-core";

/** Waits until someone looking there would read these words; a passing notice may repeat what the page says. */
export const see = (where: Page | Locator, words: string | RegExp, options?: { exact?: boolean }): Promise<void> =>
  where.getByText(words, options).first().waitFor();
