import { api } from "@ginkgo/shared/api/index.ts";
import { Problem } from "@ginkgo/shared/api/problem.ts";
import { describe, expect, it } from "vitest";
import { people, useApp } from "../../../test/app.ts";

import { isBelow } from "./server.ts";

const world = useApp();

const send = async (options: {
  method?: string;
  url: string;
  payload?: string | Buffer;
  headers?: Record<string, string>;
}) => {
  const { token } = await world.as(people.resident);
  const response = await world.app.http.inject({
    method: "POST",
    ...options,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...options.headers },
  } as never);
  return {
    status: response.statusCode,
    type: String(response.headers["content-type"]),
    problem: response.json() as Problem,
    headers: response.headers,
  };
};

const form = (content: Buffer, name: string) => {
  const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: image/jpeg\r\n\r\n`;
  return {
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from("\r\n--b--\r\n")]),
    headers: { "content-type": "multipart/form-data; boundary=b" },
  };
};

describe("a page", () => {
  it.each([
    ["/m", "/m/", true],
    ["/m/", "/m/", true],
    ["/m?to=1", "/m/", true],
    ["/m/claims/1", "/m/", true],
    ["/matters/1", "/m/", false],
    ["/my-claims/1?x=/m/", "/m/", false],
    ["/matters/1", "/", true],
  ])("%s belongs to the app at %s: %s", (url, prefix, belongs) => {
    expect(isBelow(url, prefix)).toBe(belongs);
  });
});

describe("bad input", () => {
  const cases: [string, Parameters<typeof send>[0], number, string][] = [
    ["JSON that is none", { url: "/api/v1/cases", payload: "{" }, 400, "invalid-input"],
    [
      "a body of another type",
      { url: "/api/v1/cases", payload: "<a/>", headers: { "content-type": "text/xml" } },
      415,
      "unsupported-file",
    ],
    ["nothing", { url: "/api/v1/cases", payload: "" }, 400, "invalid-input"],
    ["a body that is a list", { url: "/api/v1/cases", payload: "[]" }, 400, "invalid-input"],
    ["a missing field", { url: "/api/v1/cases", payload: '{"category":"repairs"}' }, 400, "invalid-input"],
    [
      "words that are too long",
      { url: "/api/v1/cases", payload: JSON.stringify({ category: "repairs", words: "长".repeat(2001) }) },
      400,
      "invalid-input",
    ],
    [
      "a number for words",
      { url: "/api/v1/cases", payload: '{"category":"repairs","words":12345}' },
      400,
      "invalid-input",
    ],
    [
      "ten photos",
      {
        url: "/api/v1/cases",
        payload: JSON.stringify({
          category: "repairs",
          words: "照片",
          photos: Array(10).fill("01a1ffe6-3a0f-7012-a11f-4fbfb461a717"),
        }),
      },
      400,
      "invalid-input",
    ],
    [
      "a pin beyond the poles",
      { url: "/api/v1/cases", payload: '{"category":"repairs","words":"位置","pin":[108,95]}' },
      400,
      "invalid-input",
    ],
    [
      "a body too large",
      { url: "/api/v1/cases", payload: JSON.stringify({ category: "repairs", words: "大".repeat(200_000) }) },
      413,
      "too-large",
    ],
    ["an id that is none", { method: "GET", url: "/api/v1/cases/abc" }, 400, "invalid-input"],
    [
      "an id nobody has",
      { method: "GET", url: "/api/v1/cases/01a1ffe6-3a0f-7012-a11f-4fbfb461a717" },
      404,
      "not-found",
    ],
    [
      "a key that is none",
      { url: "/api/v1/inbox/read", payload: "{}", headers: { "idempotency-key": "a b" } },
      400,
      "invalid-input",
    ],
    ["an address that is none", { method: "GET", url: "/api/v1/nothing-here" }, 404, "not-found"],
    ["a page that is none", { method: "GET", url: "/api/v1/cases?limit=100000" }, 400, "invalid-input"],
    [
      "NUL in text",
      { url: "/api/v1/cases", payload: '{"category":"repairs","words":"a\\u0000b"}' },
      400,
      "invalid-input",
    ],
    [
      "a photo that is none",
      { url: "/api/v1/files", ...form(Buffer.from("not a picture at all"), "a.jpg") },
      415,
      "unsupported-file",
    ],
    [
      "half a photo",
      {
        url: "/api/v1/files",
        ...form(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1, 1, 0]), "a.jpg"),
      },
      415,
      "unsupported-file",
    ],
    [
      "a script dressed as a photo",
      {
        url: "/api/v1/files",
        ...form(Buffer.from("<svg onload='alert(1)' xmlns='http://www.w3.org/2000/svg'/>"), "a.svg"),
      },
      415,
      "unsupported-file",
    ],
  ];

  it.each(cases)("%s gets a problem document that says what to do", async (_what, request, status, code) => {
    const answer = await send(request);
    expect([answer.status, answer.problem.code]).toEqual([status, code]);
    expect(answer.type).toContain("application/problem+json");
    expect(Problem.parse(answer.problem).detail).toMatch(/[一-龥]/);
  });

  it("names the field and the reason in Chinese", async () => {
    const { problem } = await send({ url: "/api/v1/cases", payload: '{"category":"repairs","words":"x"}' });
    expect(problem.errors).toEqual([{ path: "words", message: "请至少写 2 个字" }]);
  });
});

describe("every endpoint that needs a session", () => {
  const closed = Object.values(api).flatMap((module) =>
    Object.values(module).filter(({ access }) => access === "signed-in"),
  );
  it.each(closed.map((spec) => [spec.method, spec.path] as const))(
    "%s %s refuses without one",
    async (method, path) => {
      const url = `/api/v1${path.replace(/:\w+/g, "01a1ffe6-3a0f-7012-a11f-4fbfb461a717")}`;
      const response = await world.app.http.inject({ method, url });
      // Input is checked first, so that a wrong one is a 400; no answer tells anything either way.
      expect([400, 401]).toContain(response.statusCode);
    },
  );
});

describe("what is served around the API", () => {
  it("describes itself", async () => {
    const document = (await world.app.http.inject("/api/openapi.json")).json();
    expect(document.openapi).toBe("3.1.0");
    for (const module of Object.values(api))
      for (const { path, method } of Object.values(module))
        expect(document.paths[`/api/v1${path.replace(/:(\w+)/g, "{$1}")}`][method.toLowerCase()]).toBeDefined();
    expect((await world.app.http.inject("/api/reference")).body).toContain("swagger-ui");
  });

  it("keeps a file behind a link that expires", async () => {
    const { token } = await world.as(people.resident);
    const sharp = (await import("sharp")).default;
    const gps = await sharp({ create: { width: 20, height: 20, channels: 3, background: "red" } })
      .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "34/1 31/1 0/1" } })
      .jpeg()
      .toBuffer();
    const upload = form(gps, "a.jpg");
    const stored = (
      await world.app.http.inject({
        method: "POST",
        url: "/api/v1/files",
        payload: upload.payload,
        headers: { ...upload.headers, authorization: `Bearer ${token}` },
      })
    ).json<{ url: string }>();
    const served = await world.app.http.inject(stored.url);
    expect(served.statusCode).toBe(200);
    expect((await sharp(served.rawPayload).metadata()).exif).toBeUndefined();
    expect((await world.app.http.inject(stored.url.replace("size=full", "size=thumb"))).statusCode).toBe(404);
    expect((await world.app.http.inject(stored.url.replace(/expires=\d+/, "expires=99999999999"))).statusCode).toBe(
      404,
    );
    world.clock.advance(14 * 3_600_000);
    expect((await world.app.http.inject(stored.url)).statusCode).toBe(404);
    world.clock.advance(-14 * 3_600_000);
  });
});
