/** Whether anything waits to be sent, known without loading the database: most people never have anything there. */
import { keep, readKept } from "../kept.ts";

const name = (account: string) => `waiting.${account}`;

export const mayWait = (account: string): boolean => readKept<boolean>(name(account)) === true;

export const keepWaiting = (account: string, some: boolean): void => keep(name(account), some || undefined);
