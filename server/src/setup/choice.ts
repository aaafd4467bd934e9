/** Which of the shipped places a start prepares. */
import type { ShippedPlace } from "@ginkgo/packs/index.ts";
import { type Env, EnvError } from "../platform/env.ts";

const idsOf = (places: readonly ShippedPlace[]): string => places.map(({ pack }) => pack.id).join(", ");

const named = (places: readonly ShippedPlace[], variable: string, id: string): ShippedPlace => {
  const place = places.find(({ pack }) => pack.id === id);
  if (!place) throw new EnvError(`${variable}="${id}" is not valid: the places there are: ${idsOf(places)}.`);
  return place;
};

/** `DEMO=<id>` names one place, `PLACES` any number; told nothing, a server starts with the first. */
export const chosenPlaces = (
  places: readonly ShippedPlace[],
  { demo, places: wanted }: Pick<Env, "demo" | "places">,
): readonly ShippedPlace[] => {
  const chosen = wanted === "all" ? places : (wanted ?? []).map((id) => named(places, "PLACES", id));
  const shown = demo && demo.place !== undefined ? [named(places, "DEMO", demo.place)] : [];
  const all = [...new Set([...shown, ...chosen])];
  return all.length > 0 ? all : places.slice(0, 1);
};

/** A place that has been prepared before keeps running, named or not. */
export const withKnown = (
  places: readonly ShippedPlace[],
  chosen: readonly ShippedPlace[],
  tenants: ReadonlySet<string>,
): readonly ShippedPlace[] => [
  ...chosen,
  ...places.filter((place) => !chosen.includes(place) && tenants.has(place.pack.code)),
];
