/** 银杏社区: residents clean by a rota and patrol at given times and places. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

const everyDay = [1, 2, 3, 4, 5, 6, 7];

export const rotas: PackInput["rotas"] = {
  cleaning: {
    label: "轮班共治",
    description: "每栋楼的居民轮流打扫楼道和院落，文明小分队一起劝导。",
    tiers: ["compound", "building", "community"],
    signUp: true,
  },
};

export const patrols: PackInput["patrols"] = {
  redsleeve: {
    label: "红袖标巡防",
    description: "重点时间、重点区域的居民巡防。",
    tiers: ["community", "compound"],
    times: [
      { days: everyDay, at: "12:30" },
      { days: everyDay, at: "20:00" },
    ],
    graceMinutes: 45,
    mostMinutes: 120,
    category: "safety",
  },
};
