/** What must be there before loops are measured: people signed in, photos uploaded. */
import type { Cast } from "../setup/cast.ts";
import type { HttpClient } from "./http.ts";
import { makePhotoBody, uploadPhoto } from "./photos.ts";
import type { Prop, TokenOf } from "./play.ts";
import type { Scene } from "./scenes.ts";

/** Uploads over HTTP, spread over all workers: an account may upload so many a day. */
export const layOutProps = async (
  scene: () => Scene,
  http: HttpClient,
  tokenOf: TokenOf,
  count: number,
): Promise<Prop[]> => {
  const body = await makePhotoBody();
  const props: Prop[] = [];
  let left = count;
  const upload = async () => {
    while (left-- > 0) {
      const one = scene();
      props.push({ ...one, photoId: await uploadPhoto(http, body, await tokenOf(one.worker)) });
    }
  };
  await Promise.all(Array.from({ length: 8 }, upload));
  return props;
};

export const signInAll = async (cast: Cast, http: HttpClient): Promise<void> => {
  const people = [
    ...cast.residents,
    ...["community-desk", "team-lead", "team-member"].flatMap((role) => cast.all(role)),
  ];
  const queue = [...new Set(people)];
  const next = async () => {
    for (let person = queue.pop(); person; person = queue.pop()) await cast.token(person, http.call);
  };
  await Promise.all(Array.from({ length: 4 }, next));
};
