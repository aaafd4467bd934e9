/** Every endpoint, by module. */

import { activitiesApi } from "./activities.ts";
import { agreedItemsApi } from "./agreed-items.ts";
import { agreementsApi } from "./agreements.ts";
import { bookingsApi } from "./bookings.ts";
import { bulletinApi, feedbackApi } from "./bulletin.ts";
import { careApi } from "./care.ts";
import { casesApi } from "./cases.ts";
import { claimsApi } from "./claims.ts";
import { dutiesApi } from "./duties.ts";
import { figuresApi } from "./figures.ts";
import { identityApi } from "./identity.ts";
import { matchingApi } from "./matching.ts";
import { mattersApi } from "./matters.ts";
import { meetingsApi } from "./meetings.ts";
import { notifyApi } from "./notify.ts";
import { orgApi } from "./org.ts";
import { packApi } from "./pack.ts";
import { patrolsApi } from "./patrols.ts";
import { pointsApi } from "./points.ts";
import { registrationsApi } from "./registrations.ts";
import { shopApi } from "./shop.ts";

export const api = {
  identity: identityApi,
  org: orgApi,
  pack: packApi,
  cases: casesApi,
  claims: claimsApi,
  matching: matchingApi,
  figures: figuresApi,
  matters: mattersApi,
  activities: activitiesApi,
  agreements: agreementsApi,
  agreedItems: agreedItemsApi,
  meetings: meetingsApi,
  registrations: registrationsApi,
  bulletin: bulletinApi,
  feedback: feedbackApi,
  points: pointsApi,
  shop: shopApi,
  bookings: bookingsApi,
  duties: dutiesApi,
  patrols: patrolsApi,
  care: careApi,
  notify: notifyApi,
} as const;
