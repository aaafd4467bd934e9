/** What a community or a unit recognises this year, for those who may read it: a sum, never persons. */
import { fewestPeople, pointsApi } from "@ginkgo/shared/api/points.ts";
import { useFetch } from "./api/hooks.ts";
import { usePack } from "./api/session.ts";

interface RecognisedSumsProps {
  readonly nodeId: string;
  /** As the community people live in, or as their unit. */
  readonly side: "home" | "unit";
}

export const RecognisedSums = ({ nodeId, side }: RecognisedSumsProps) => {
  const points = usePack()?.participation.points;
  // Whoever may not read it gets no answer, and is not told so on a page that is about something else.
  const { data } = useFetch(pointsApi.recognised, { node: nodeId }, { enabled: Boolean(points), staleTime: 60_000 });
  if (!points || !data) return null;
  const total = data[side];
  return (
    <p>
      {points.label}：今年认可志愿服务
      {total ? ` ${total.deeds} 次、${total.points} 分。` : `的不足 ${fewestPeople} 人，不显示合计。`}
    </p>
  );
};
