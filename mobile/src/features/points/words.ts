import type { PointEntry } from "@ginkgo/shared/api/points.ts";

export const signed = (points: number): string => (points > 0 ? `+${points}` : `−${-points}`);

export const sideWords = { home: "居住地", unit: "单位" } as const;

/** Typed in at the counter: two groups of four are read and heard more easily than eight digits. */
export const spaced = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** Where the deed behind an entry can be looked at; types that have a page of their own. */
const pages: Readonly<Record<string, (id: string) => string>> = {
  claim: (id) => `/my-claims/${id}`,
  attendance: (id) => `/activities/${id}`,
  patrol: (id) => `/patrols/rounds/${id}`,
  visit: (id) => `/visits/${id}`,
  redemption: () => "/points/redemptions",
  "point-request": () => "/points/requests",
};

export const deedPage = ({ subject }: PointEntry): string | undefined => pages[subject.type]?.(subject.id);
