/** The one connection to the server, and what the rest of the app may know of it. */
import { type ClientOptions, createClient, ProblemError, uploadFile } from "@ginkgo/shared/api/client.ts";
import type { StoredFile } from "@ginkgo/shared/api/files.ts";

const signedOutListeners = new Set<() => void>();

/** Called whenever a signed-in call finds that the session has ended. */
export const onSignedOut = (listener: () => void): (() => void) => {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
};

const options: ClientOptions = {
  app: "console",
  onSignedOut: () => {
    for (const listener of signedOutListeners) listener();
  },
};

export const call = createClient(options);
export const upload = (file: File): Promise<StoredFile> => uploadFile(file, file.name, options);

export const detailOf = (error: unknown): string =>
  error instanceof ProblemError ? error.problem.detail : "页面出了点问题，请重试。";

export const codeOf = (error: unknown): string | null => (error instanceof ProblemError ? error.problem.code : null);
