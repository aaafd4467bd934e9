/** Where a notice leads: the same paths on desk and phone. Pure; both sides use it. */

const pages: Readonly<Record<string, string>> = {
  registration: "/registrations",
  claimable: "/claims",
  claim: "/my-claims",
  activity: "/activities",
  agreement: "/agreements",
  meeting: "/agreements/meetings",
  "agreed-item": "/agreements/items",
  proposal: "/matching/proposals",
  booking: "/my-bookings",
  duty: "/duties/shifts",
  rota: "/duties",
  patrol: "/patrols/rounds",
  care: "/visits",
};

export const matterPath = (type: string | null, id: string): string => `${pages[type ?? ""] ?? "/matters"}/${id}`;

export const noticePath = (item: {
  readonly caseId: string | null;
  readonly matterId: string | null;
  readonly matterType: string | null;
}): string | undefined => {
  if (item.caseId) return `/cases/${item.caseId}`;
  return item.matterId ? matterPath(item.matterType, item.matterId) : undefined;
};
