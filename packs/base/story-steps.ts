/** Short forms of the steps a story is told in. */
import type { Data, Span, StoryStep } from "../story.ts";

type Of<Do extends StoryStep["do"]> = Extract<StoryStep, { readonly do: Do }>;
type More<Do extends StoryStep["do"], Given extends string> = Omit<Of<Do>, "do" | Given>;

export const minutes = (workingMinutes: number): Span => ({ workingMinutes });
export const hours = (count: number): Span => ({ hours: count });
export const days = (count: number): Span => ({ days: count });

/** Most stories have one case only. */
const one = "one";

export const submit = (
  as: string,
  category: string,
  words: string,
  more: Partial<More<"submit", "as" | "category" | "words">> = {},
): StoryStep => ({ do: "submit", as, case: one, category, words, ...more });

/** `on` names the case where a story has several. */
export const act = (
  as: string,
  action: string,
  data: Data = {},
  {
    on = one,
    after = minutes(20),
    opens,
  }: { on?: string; after?: Span; opens?: Readonly<Record<string, string>> } = {},
): StoryStep => ({ do: "act", as, case: on, action, data, after, ...(opens ? { opens } : {}) });

export const wait = (after: Span): StoryStep => ({ do: "wait", after });

export const see = (as: string, seen: Partial<More<"see", "as">>): StoryStep => ({ do: "see", as, case: one, ...seen });

export const hidden = (as: string, on = one): StoryStep => ({ do: "see", as, case: on, hidden: true });

export const told = (as: string, words: string, on = one): StoryStep => ({ do: "told", as, case: on, words });

export const refused = (as: string, action: string, problem: string, data: Data = {}, on = one): StoryStep => ({
  do: "refused",
  as,
  case: on,
  action,
  data,
  problem,
});
