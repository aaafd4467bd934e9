/**
 * Words as residents write them, 100 to 200 characters, put together at random so that no two cases share their index
 * entries.
 */
const openings = [
  "您好，我是本小区的住户，",
  "社区的同志你好，我想反映一个问题：",
  "麻烦社区帮忙看一下，",
  "这个情况已经说过好几次了，",
  "我家住在五楼，家里有老人和孩子，",
  "代表我们单元十几户居民反映，",
];

const matters: readonly { readonly category: string; readonly text: readonly string[] }[] = [
  {
    category: "property",
    text: [
      "单元的电梯最近总是运行到三楼就停一下，门开了又关，里面的照明灯也一闪一闪的",
      "地下车库的排水沟堵了，一下雨积水就漫到车轮一半高，走过去鞋子全湿",
      "楼道的声控灯坏了一个多月，老人晚上上下楼只能摸着扶手走",
    ],
  },
  {
    category: "sanitation",
    text: [
      "垃圾桶旁边堆满了装修垃圾和旧沙发，天一热气味很大，苍蝇到处飞",
      "绿化带里的枯枝落叶没有人清理，下面还有人乱倒剩菜剩饭",
      "公共厕所的水龙头关不严，地面总是湿滑，已经有人摔过跤",
    ],
  },
  {
    category: "parking",
    text: [
      "消防通道上长期停着几辆私家车，上次救护车进来绕了很久才到楼下",
      "南门口的非机动车乱停乱放，推婴儿车根本过不去",
      "新装的充电桩有三个不能用，扫码以后一直显示离线",
    ],
  },
  {
    category: "utilities",
    text: [
      "早晚高峰的时候自来水压力特别小，热水器打不着火，洗澡洗到一半就没水了",
      "暖气片只有进水管是热的，屋里温度最高只有十五度",
      "昨天夜里整栋楼停电两次，冰箱里的东西都化了",
    ],
  },
  {
    category: "neighbours",
    text: [
      "楼上住户半夜拖拽家具、剁肉，一直到一点多才停，跟他们沟通过几次都没有用",
      "隔壁把鞋柜和自行车都摆在过道里，开门都困难",
      "楼上卫生间漏水，把我家的吊顶泡坏了一大片，对方不肯承认",
    ],
  },
  {
    category: "elderly",
    text: [
      "隔壁独居的大娘腿脚不方便，这几天没有看见她下楼买菜，有些担心",
      "老人的高龄补贴今年一直没有到账，不知道应该找谁问",
      "行动不便的残疾人出门要过三个台阶，希望能装一段坡道和扶手",
    ],
  },
  {
    category: "repairs",
    text: [
      "厨房的下水管道堵了，水从地漏往上冒，自己用工具通了半天也没有通开",
      "门锁坏了钥匙插进去转不动，家里只有老人在",
      "阳台的窗户关不严，刮风下雨水就往屋里灌",
    ],
  },
  {
    category: "policy",
    text: [
      "去年断缴了几个月的城乡居民医保，现在想补缴，不清楚待遇有没有等待期",
      "孩子九月要上小学，我们是租房住的，想问一下入学需要准备哪些材料",
      "下岗以后想参加免费的技能培训，请问在哪里报名",
    ],
  },
  {
    category: "other",
    text: [
      "广场上的健身器材有两台松动了，孩子们天天在上面玩，怕出危险",
      "路口的指示牌被树枝挡住了，外来的车经常开错方向",
      "希望活动室周末也能开门，让孩子有个看书写作业的地方",
    ],
  },
];

const since = [
  "大概从上个月初开始就是这样",
  "已经有两个多星期了",
  "前天下大雨以后更加严重",
  "从过完年到现在一直没有解决",
  "最近三四天尤其明显",
];
const efforts = [
  "物业来看过一次，说要等配件，之后再也没有消息",
  "打过几次电话，都说会安排人，可是没有人上门",
  "邻居们在群里说过很多次，一直没有人管",
  "我自己也找人看过，说是要统一处理才行",
];
const wishes = [
  "希望尽快派人到现场看一看，给大家一个准确的答复，谢谢。",
  "请帮忙协调一下，最好这个周末之前能够处理好。",
  "希望能从根子上解决，不要只是临时应付一下。",
  "麻烦处理完以后给我打个电话，我一般晚上六点以后在家。",
];

export type Random = () => number;

/** The same numbers in every run (mulberry32), so that two runs do the same work. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const pick = <T>(random: Random, list: readonly T[]): T => {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error("nothing to choose from");
  return one;
};

/** What a resident asks: category and words. */
export const makeWords = (random: Random): { readonly category: string; readonly words: string } => {
  const matter = pick(random, matters);
  const door = `${1 + Math.floor(random() * 32)}号楼${1 + Math.floor(random() * 4)}单元${101 + Math.floor(random() * 1700)}室`;
  const words = `${pick(random, openings)}${door}，${pick(random, matter.text)}，${pick(random, since)}，${pick(random, efforts)}。${pick(random, wishes)}`;
  // A second matter brings the short ones to the length people write.
  return {
    category: matter.category,
    words: words.length >= 100 ? words : `${words}另外，${pick(random, matter.text)}，也请一并看看。`,
  };
};
