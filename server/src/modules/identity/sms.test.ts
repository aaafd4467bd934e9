import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createLog } from "../../platform/log.ts";
import { createSmsSender } from "./sms.ts";

let gateway: Server | undefined;
afterEach(() => gateway?.close());

/** A gateway on this machine that keeps what it was sent. */
const startGateway = async (status: number) => {
  const seen: { authorization: string | undefined; body: unknown }[] = [];
  gateway = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => (text += String(chunk)));
    request.on("end", () => {
      seen.push({ authorization: request.headers.authorization, body: JSON.parse(text) });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => gateway?.listen(0, "127.0.0.1", resolve));
  return { seen, url: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/send` };
};

describe("the SMS gateway", () => {
  const log = createLog("silent", false);

  it("gets phone, template and code with the token of the settings", async () => {
    const { seen, url } = await startGateway(200);
    await createSmsSender({ provider: "http", url, token: "secret" }, log).sendCode("17700000001", "123456", 5);
    expect(seen).toEqual([
      {
        authorization: "Bearer secret",
        body: { phone: "17700000001", template: "sign-in-code", parameters: { code: "123456", minutes: "5" } },
      },
    ]);
  });

  it("is not believed when it refuses", async () => {
    const { url } = await startGateway(500);
    await expect(
      createSmsSender({ provider: "http", url, token: "secret" }, log).sendCode("17700000001", "123456", 5),
    ).rejects.toThrow(/500/);
  });
});
