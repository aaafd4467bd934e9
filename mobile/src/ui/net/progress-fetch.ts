/** `fetch` cannot tell how much has been sent; for uploads we need to, so this one is made of XMLHttpRequest. */
const stuckAfterMs = 180_000;

export const progressFetch =
  (onProgress: (percent: number) => void): typeof fetch =>
  (input, init) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(init?.method ?? "GET", String(input));
      request.timeout = stuckAfterMs;
      request.withCredentials = true;
      for (const [name, value] of new Headers(init?.headers)) request.setRequestHeader(name, value);
      request.upload.onprogress = (event) => {
        if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
      };
      const fail = () => reject(new TypeError("network"));
      request.onerror = fail;
      request.ontimeout = fail;
      request.onabort = fail;
      request.onload = () => {
        const headers = { "content-type": request.getResponseHeader("content-type") ?? "" };
        resolve(new Response(request.responseText, { status: request.status, headers }));
      };
      request.send(init?.body as XMLHttpRequestBodyInit | null | undefined);
    });
