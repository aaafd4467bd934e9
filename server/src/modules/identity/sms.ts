/** Sending SMS: an adapter per provider, chosen by the environment. */
import type { SmsSettings } from "../../platform/env.ts";
import type { Log } from "../../platform/log.ts";

export interface SmsSender {
  sendCode(phone: string, code: string, validMinutes: number): Promise<void>;
}

/** For development: the code stands in the server's log. */
const logSender = (log: Log): SmsSender => ({
  sendCode: async (phone, code, validMinutes) => {
    log.info(`SMS to ${phone}: sign-in code ${code}, valid for ${validMinutes} minutes`);
  },
});

/** Posts `{ phone, template, parameters }` as JSON with a bearer token; most gateways take this or sit behind a small relay. */
const httpSender = (url: string, token: string): SmsSender => ({
  sendCode: async (phone, code, validMinutes) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ phone, template: "sign-in-code", parameters: { code, minutes: String(validMinutes) } }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`the SMS gateway answered ${response.status}`);
  },
});

export const createSmsSender = (settings: SmsSettings, log: Log): SmsSender =>
  settings.provider === "log" ? logSender(log) : httpSender(settings.url, settings.token);
