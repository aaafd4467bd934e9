import { prepareStage } from "../src/setup/stage.ts";
import { createCast } from "../src/setup/cast.ts";
import { startServer } from "../src/setup/server.ts";
import { createHttpClient } from "../src/load/http.ts";
import { stopAll } from "../src/setup/clean-up.ts";
import { createScenes } from "../src/load/scenes.ts";
import { createRandom } from "../src/load/words.ts";
import { submitCase } from "../src/load/play.ts";
import { runLoad } from "../src/load/run.ts";
import { dropDeliveries, deliveriesLeft, waitForDeliveries } from "../src/setup/queue.ts";
const stage = await prepareStage(); const cast = createCast(stage); let server = await startServer(stage);
const http = createHttpClient(server.origin, 16);
const scene = createScenes(stage, cast, createRandom(1));
const tok = (p: any) => cast.token(p, http.call);
const q = () => stage.ask("select count(*) n, count(locked_at) locked, min(locked_at) oldest, now() from graphile_worker._private_jobs");
for (let k = 0; k < 2; k++) {
  const r = await runLoad({ clients: 16, warmUpSeconds: 1, seconds: 4, unit: async () => { await submitCase(http.call, tok, scene()); return true; } });
  console.log(r.perSecond, await q());
  let t = performance.now(); await dropDeliveries(stage); console.log("drop", performance.now() - t, await q());
  t = performance.now(); await stage.ask("checkpoint"); console.log("checkpoint", performance.now() - t);
}
const r = await runLoad({ clients: 16, warmUpSeconds: 1, seconds: 4, unit: async () => { await submitCase(http.call, tok, scene()); return true; } });
console.log("before", await q(), await deliveriesLeft(stage));
let t = performance.now(); console.log("drain", await waitForDeliveries(stage, 30), await q());
const r2 = await runLoad({ clients: 16, warmUpSeconds: 1, seconds: 2, unit: async () => { await submitCase(http.call, tok, scene()); return true; } });
t = performance.now(); await server.stop(); console.log("stop took", performance.now() - t, await q());
await stopAll(); process.exit(0);
