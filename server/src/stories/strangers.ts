/** Invented people of whom nothing is known but a name and a telephone number: rows of a sheet that is imported. */

const surnames = [..."王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗"];
const first = [..."建志文永新宏海卫世红秀玉春小晓雪丽桂艳淑"];
const second = [..."军平民峰斌锋辉利社龙英兰芳萍霞梅娟莉琴侠"];

export interface Stranger {
  readonly name: string;
  readonly phone: string;
}

const strangerOf = (number: number): Stranger => {
  const name = [surnames, first, second].map((letters, i) => letters[Math.floor(number / 20 ** i) % letters.length]);
  // Numbers that no place's data and no invented resident uses.
  return { name: name.join(""), phone: `197${String(number).padStart(8, "0")}` };
};

/** As many as are asked for, never the same one twice. */
export const createStrangers = (): ((count: number) => Stranger[]) => {
  let met = 0;
  return (count) => Array.from({ length: count }, () => strangerOf(met++));
};
