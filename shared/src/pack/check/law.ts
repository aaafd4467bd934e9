/**
 * What the law does not leave to a place. Sources: 国办函〔2026〕12号 against formalism at the fingertips; the Personal
 * Information Protection Law (PIPL); the measures on facial recognition, in force since 2025-06-01.
 */
import type { Pack } from "../schema.ts";
import { countsCheckIns } from "./activities.ts";
import { factsOf, isYesNo } from "./facts.ts";
import { own, type Report } from "./problem.ts";
import { workflowPath } from "./walk.ts";

const formalism = "国办函〔2026〕12号（整治“指尖上的形式主义”）";
const privacy = "个人信息保护法";
const biometrics = "《人脸识别技术应用安全管理办法》（2025年6月1日起施行）";

type Refused = Exclude<Pack["indicators"][number]["source"]["from"], "metric" | "rate">;

const sourceWords: { readonly [S in Refused]: string } = {
  points: "积分",
  "check-ins": "打卡签到",
  "online-time": "在线时长",
  "study-time": "学习时长",
  likes: "点赞",
  "online-votes": "网络投票",
  shares: "转发",
};

/** The metrics an indicator is made of. */
const metricsOf = ({ rates }: Pack, { source }: Pack["indicators"][number]): string[] => {
  if (source.from === "metric") return [source.metric];
  const rate = source.from === "rate" ? rates.find(({ id }) => id === source.rate) : undefined;
  return rate ? [rate.counts, rate.of] : [];
};

const checkIndicators = (pack: Pack, report: Report): void => {
  pack.indicators.forEach((indicator, i) => {
    const { label, source } = indicator;
    const { from } = source;
    if (from === "metric" || from === "rate") {
      const counted = metricsOf(pack, indicator).flatMap((id) => own(pack.metrics, id) ?? []);
      if (counted.some((metric) => countsCheckIns(pack, metric)))
        report(
          `indicators[${i}].source`,
          "law-indicator",
          `“${label}”用签到得出的人数、时长作考核依据：${formalism}不允许把它变成干部群众的负担`,
          "改用活动场数、办理结果这样的指标，或者删掉这一项",
        );
      return;
    }
    const rule = from === "points" ? "law-points" : "law-indicator";
    const why = `“${label}”用${sourceWords[from]}作考核依据：${formalism}不允许把它变成干部群众的负担`;
    report(`indicators[${i}].source.from`, rule, why, "改用办理结果的指标或比率，或者删掉这一项");
  });
};

const checkParticipation = ({ participation: { checkIn, ranking } }: Pack, report: Report): void => {
  if (checkIn === "compulsory")
    report("participation.checkIn", "law-check-in", `强制打卡：${formalism}不允许`, '改成 "off" 或 "voluntary"');
  if (ranking === "on")
    report(
      "participation.ranking",
      "law-ranking",
      `积分排名：${formalism}不允许；只能由本人自愿参加`,
      '改成 "off" 或 "opt-in"',
    );
};

/** What tells who someone is. Words are shown of public cases alone, or if the person agreed: that is seen to case by case. */
const personal = ["reporter", "address", "photos"];

const checkPublication = ({ workflows }: Pack, report: Report): void => {
  for (const [id, workflow] of Object.entries(workflows)) {
    const { publication } = workflow;
    const shown = publication?.fields.filter((field) => personal.includes(field)) ?? [];
    if (!publication || shown.length === 0) continue;
    const path = `${workflowPath(id)}.publication`;
    const { consent } = publication;
    const mend = "用“是否”字段问本人是否同意，keep 成要素，写进 consent；或者不公开这些内容";
    if (consent === undefined)
      report(
        `${path}.fields`,
        "law-consent",
        `公开个人信息（${shown.join("、")}）没有本人同意：${privacy}要求先取得同意`,
        mend,
      );
    else if (!factsOf(workflow).get(consent)?.some(isYesNo))
      report(
        `${path}.consent`,
        "law-consent",
        `“${consent}”不是本人对“是否同意”的回答：${privacy}要求本人明确同意`,
        mend,
      );
  }
};

const deviceWords = {
  face: `采集人脸：${biometrics}和${privacy}不允许把它作为唯一或强制的方式，本平台不接入`,
  track: `采集个人行踪：${privacy}规定行踪是敏感个人信息，本平台不接入`,
} as const;

const checkDevices = ({ devices }: Pack, report: Report): void => {
  devices.forEach(({ label, kind }, i) => {
    if (kind === "face" || kind === "track")
      report(
        `devices[${i}].kind`,
        "law-biometrics",
        `“${label}”${deviceWords[kind]}`,
        "换成只报事件、不识别人的设备，或者删掉它",
      );
  });
};

export const checkLaw = (pack: Pack, report: Report): void => {
  for (const check of [checkIndicators, checkParticipation, checkPublication, checkDevices]) check(pack, report);
};
