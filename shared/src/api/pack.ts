import { z } from "zod";
import { Calendar, Category } from "../pack/schema.ts";
import { endpoint } from "./contract.ts";

/** What screens need of a pack: words, choices and labels. Steps and their forms come with each case instead. */
export const PackView = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  brand: z.string(),
  accent: z.string(),
  calendar: Calendar,
  map: z.object({ centre: z.tuple([z.number(), z.number()]), zoom: z.number() }),
  categories: z.array(
    Category.pick({ id: true, label: true, group: true, description: true, icon: true, urgent: true }),
  ),
  kinds: z.array(z.object({ id: z.string(), label: z.string() })),
  states: z.array(z.object({ id: z.string(), label: z.string(), tone: z.string() })),
  progress: z.array(z.object({ id: z.string(), label: z.string() })),
  tiers: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      tree: z.string(),
      as: z.string(),
      under: z.array(z.string()),
      kinds: z.record(z.string(), z.string()).optional(),
    }),
  ),
  roles: z.array(z.object({ id: z.string(), label: z.string(), on: z.array(z.string()) })),
  words: z.record(z.string(), z.string()),
});
export type PackView = z.infer<typeof PackView>;

export const packApi = {
  pack: endpoint({
    method: "GET",
    path: "/pack",
    summary: "The pack this place runs on, as screens need it",
    access: "signed-in",
    output: PackView,
  }),
};
