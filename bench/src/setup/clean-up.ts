/** What has been started must be stopped, however the benchmark ends: the database is a process group of its own. */
type CleanUp = () => Promise<void> | void;

const cleanUps: CleanUp[] = [];

export const onStop = (cleanUp: CleanUp): void => {
  cleanUps.push(cleanUp);
};

let stopping: Promise<void> | undefined;

const stopEach = async (): Promise<void> => {
  for (const cleanUp of cleanUps.splice(0).reverse())
    try {
      await cleanUp();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
};

/**
 * In reverse order, each given its turn even if one before it fails. A signal and the failure it causes both come here;
 * the second waits for the first.
 */
export const stopAll = (): Promise<void> => {
  stopping ??= stopEach();
  return stopping;
};

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => {
    void stopAll().then(() => process.exit(1));
  });
