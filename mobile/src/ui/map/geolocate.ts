/** Asks the phone where it is, once and only when a person asked for it. */
import type { Position } from "@ginkgo/shared/api/common.ts";

export type Fix = { readonly at: Position; readonly accuracy: number } | { readonly refusal: string };

const refusals: Record<number, string> = {
  1: "没有获得定位许可。可以在手机设置里允许定位，或者用别的方式选地点。",
  2: "暂时定不了位，请到开阔一些的地方再试，或者用别的方式选地点。",
  3: "定位花的时间太长了，请再试一次，或者用别的方式选地点。",
};

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

export const geolocate = (): Promise<Fix> =>
  new Promise((resolve) => {
    if (!navigator.geolocation) return resolve({ refusal: "这部手机的浏览器不能定位，请用别的方式选地点。" });
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ at: [round(coords.longitude), round(coords.latitude)], accuracy: coords.accuracy }),
      (error) => resolve({ refusal: refusals[error.code] ?? "暂时定不了位，请用别的方式选地点。" }),
      { enableHighAccuracy: true, timeout: 12_000, maximumAge: 60_000 },
    );
  });
