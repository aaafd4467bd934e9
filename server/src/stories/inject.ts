/** `fetch` into a server that does not listen yet. */
import type { FastifyInstance } from "fastify";

/** Of a network nobody calls from, another for each request: no one's share of requests is used up. */
const addresses = () => {
  let count = 0;
  return () => {
    count++;
    return `0.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`;
  };
};

export const fetchInto = (http: FastifyInstance): typeof fetch => {
  const nextAddress = addresses();
  return async (input, init) => {
    const request = new Request(new URL(String(input), "http://localhost"), init);
    const body = request.method === "GET" ? undefined : Buffer.from(await request.arrayBuffer());
    const response = await http.inject({
      method: request.method as "GET" | "POST",
      url: request.url.slice("http://localhost".length),
      headers: Object.fromEntries(request.headers),
      remoteAddress: nextAddress(),
      ...(body ? { payload: body } : {}),
    });
    const headers = new Headers();
    for (const [name, value] of Object.entries(response.headers))
      for (const one of [value].flat()) if (one !== undefined) headers.append(name, String(one));
    return new Response(response.rawPayload.length > 0 ? new Uint8Array(response.rawPayload) : null, {
      status: response.statusCode,
      headers,
    });
  };
};
