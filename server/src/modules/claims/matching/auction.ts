/**
 * Prices of needs, found by letting owners bid for them: nearly those of the optimum, within a second. They prove nothing;
 * they say which pairs the solver should look at first.
 */
import type { Pairs } from "./pairs.ts";
import type { Prices } from "./prices.ts";
import { burdenOf, firstWorth } from "./value.ts";

/** The least a bid raises a price by: smaller is nearer to the optimum and slower. */
const step = 1;

interface Seat {
  price: number;
  holder: number;
}

export const auctionPrices = (pairs: Pairs): Prices => {
  const { needs, abilities, owners, list, ofOwner, weights } = pairs;
  // Whoever comes first is paid for it.
  const seats: Seat[][] = needs.map((need) =>
    Array.from({ length: Math.min(need.places, owners.length) }, (_, k) => ({
      price: k === 0 ? -firstWorth(need, weights) : 0,
      holder: -1,
    })),
  );
  const prices = Float64Array.from(needs, (need) => -firstWorth(need, weights));
  const held = owners.map(() => new Set<number>());
  const queue = owners.flatMap(({ most }, o) => (most > 0 ? [o] : []));

  const best = (o: number) => {
    let [first, profit, second] = [-1, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let p = ofOwner[o] ?? 0; p < (ofOwner[o + 1] ?? 0); p++) {
      const pair = list[p];
      if (!pair || held[o]?.has(pair.need)) continue;
      const gain = pair.worth - (prices[pair.need] ?? 0);
      if (gain > profit) {
        if (first !== pair.need) second = profit;
        [first, profit] = [pair.need, gain];
      } else if (gain > second && pair.need !== first) second = gain;
    }
    return { need: first, profit, second };
  };

  /** Takes the cheapest seat; whoever sat on it bids again. */
  const take = (o: number, n: number, price: number): void => {
    const row = seats[n] ?? [];
    const seat = row.reduce((a, b) => (b.price < a.price ? b : a), row[0] ?? { price: 0, holder: -1 });
    if (seat.holder >= 0) {
      held[seat.holder]?.delete(n);
      queue.push(seat.holder);
    }
    seat.holder = o;
    seat.price = price;
    held[o]?.add(n);
    prices[n] = Math.min(...row.map((one) => one.price));
  };

  for (let next = 0; next < queue.length; next++) {
    const o = queue[next] ?? 0;
    const owner = owners[o];
    const mine = held[o];
    while (owner && mine && mine.size < owner.most) {
      const { need, profit, second } = best(o);
      const burden = burdenOf(owner.load + mine.size, weights);
      if (need < 0 || profit <= burden) break;
      take(o, need, (prices[need] ?? 0) + profit - Math.max(second, burden) + step);
    }
  }

  /** What the first need that it does not get would bring it. */
  const ownerPrice = (o: number): number => {
    const { load, most } = owners[o] ?? { load: 0, most: 0 };
    const gains = list
      .slice(ofOwner[o], ofOwner[o + 1])
      .map(({ need, worth }) => worth - (prices[need] ?? 0))
      .sort((a, b) => b - a);
    return Math.max(gains[most] ?? 0, burdenOf(load, weights));
  };
  return {
    needs: prices,
    owners: Float64Array.from(owners, (_, o) => ownerPrice(o)),
    abilities: new Float64Array(abilities.length),
    exclusions: new Float64Array(0),
  };
};
