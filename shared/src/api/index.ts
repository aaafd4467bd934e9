/** Every endpoint, by module. */
import { casesApi } from "./cases.ts";
import { figuresApi } from "./figures.ts";
import { identityApi } from "./identity.ts";
import { mattersApi } from "./matters.ts";
import { notifyApi } from "./notify.ts";
import { orgApi } from "./org.ts";
import { packApi } from "./pack.ts";
import { pointsApi } from "./points.ts";
import { registrationsApi } from "./registrations.ts";
import { shopApi } from "./shop.ts";

export const api = {
  identity: identityApi,
  org: orgApi,
  pack: packApi,
  cases: casesApi,
  figures: figuresApi,
  matters: mattersApi,
  registrations: registrationsApi,
  points: pointsApi,
  shop: shopApi,
  notify: notifyApi,
} as const;
