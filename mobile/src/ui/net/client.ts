/** The one client of this app, and what every screen needs to know about a failed call. */
import { createClient, ProblemError, uploadFile } from "@ginkgo/shared/api/client.ts";
import type { StoredFile } from "@ginkgo/shared/api/files.ts";
import type { Problem } from "@ginkgo/shared/api/problem.ts";
import { reportingFetch } from "./online.ts";
import { progressFetch } from "./progress-fetch.ts";

let signedOutHandler: () => void = () => {};
/** The session gate listens here, so that any call that finds no session brings back the sign-in page. */
export const onSignedOut = (handler: () => void) => {
  signedOutHandler = handler;
};

const options = {
  app: "mobile",
  onSignedOut: () => signedOutHandler(),
  fetch: reportingFetch((input, init) => fetch(input, init)),
} as const;

export const call = createClient(options);

export const upload = (file: Blob, name: string, onProgress: (percent: number) => void): Promise<StoredFile> =>
  uploadFile(file, name, { ...options, fetch: reportingFetch(progressFetch(onProgress)) });

const unexpected: Problem = {
  type: "about:blank",
  title: "出了点问题",
  status: 500,
  code: "internal",
  detail: "出了点问题，请再试一次。",
};

export const problemOf = (error: unknown): Problem => (error instanceof ProblemError ? error.problem : unexpected);

/** Worth trying again by itself: no network, the server is down or busy. Everything else needs a person. */
export const isPassing = (problem: Problem): boolean =>
  problem.status === 0 || problem.status >= 500 || problem.status === 429;
