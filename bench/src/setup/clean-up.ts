/** What has been started must be stopped, however the benchmark ends: the database is a process group of its own. */
type CleanUp = () => Promise<void> | void;

const cleanUps: CleanUp[] = [];

export const onStop = (cleanUp: CleanUp): void => {
  cleanUps.push(cleanUp);
};

/** In reverse order, each given its turn even if one before it fails. */
export const stopAll = async (): Promise<void> => {
  for (const cleanUp of cleanUps.splice(0).reverse())
    try {
      await cleanUp();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
};

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => {
    void stopAll().then(() => process.exit(1));
  });
