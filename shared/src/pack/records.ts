/**
 * Rows of work that figures can count besides cases and matters. Each is dated, lies at a node, and may say how much it was
 * and who did it; which module keeps it is the server's business.
 */
import { z } from "zod";

export const recordNames = [
  /** People who were at an activity; amount: minutes. */
  "attendance",
  /** Sign-ups for activities, whether or not they came. */
  "sign-up",
  /** Rounds of patrols that were finished; amount: points ticked. */
  "patrol-round",
  /** Ticks at a patrol point. */
  "patrol-tick",
  /** Parts people had in finished rounds; who: the patroller. */
  "patrol-turn",
  /** Visits to people who need them; who: the visitor. */
  "care-visit",
  /** The same visits; who: whom they were paid to. */
  "care-person",
  /** People who are visited regularly; who: nobody. */
  "care-plan",
  /** Bookings that took place. */
  "booking",
  /** Shifts on duty. */
  "duty-shift",
  /** Points credited; amount: points. */
  "points",
  /** Points recognised by the community where someone lives, and by their unit; amount: points. */
  "points-home",
  "points-unit",
  /** Goods and services handed over for points. */
  "redemption",
  /** Proposals of matching rounds, and those that were accepted. */
  "proposal",
  "proposal-accepted",
  /** Joint meetings that were held, and the items that came out of them. */
  "joint-meeting",
  "agreed-item",
  "agreed-item-done",
] as const;
export const RecordName = z.enum(recordNames);
export type RecordName = z.infer<typeof RecordName>;
