/** What an open page shows of a place or of one node in it. Other features add their section here. */
import type { ReactNode } from "react";
import { OpenActivities } from "./OpenActivities.tsx";
import { OpenClaimables } from "./OpenClaimables.tsx";
import type { SectionProps } from "./section.ts";

export interface Section {
  readonly id: string;
  readonly draw: (props: SectionProps) => ReactNode;
}

export const sections: readonly Section[] = [
  { id: "activities", draw: (props) => <OpenActivities {...props} /> },
  { id: "claimables", draw: (props) => <OpenClaimables {...props} /> },
];
