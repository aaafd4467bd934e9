/** Which phone or computer that is, in words people know; browsers introduce themselves at length. */
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/i, "鸿蒙手机"],
  [/iPhone/, "苹果手机"],
  [/iPad/, "苹果平板"],
  [/Android/, "安卓手机"],
  [/Windows/, "Windows 电脑"],
  [/Macintosh/, "苹果电脑"],
  [/Linux/, "Linux 电脑"],
];

const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, "微信"],
  [/HuaweiBrowser/, "华为浏览器"],
  [/MQQBrowser/, "QQ 浏览器"],
  [/UCBrowser/, "UC 浏览器"],
  [/Edg/, "Edge 浏览器"],
  [/Firefox/, "火狐浏览器"],
  [/Chrome/, "Chrome 浏览器"],
  [/Safari/, "Safari 浏览器"],
];

const nameIn = (list: typeof systems, text: string) => list.find(([sign]) => sign.test(text))?.[1];

export const deviceName = (device: string): string =>
  [nameIn(systems, device), nameIn(browsers, device)].filter(Boolean).join(" · ") || device;
