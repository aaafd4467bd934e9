/** What a community or a unit recognises this year, for those who may read it: a sum, never persons. */
import { fewestPeople, pointsApi } from "@ginkgo/shared/api/points.ts";
import { useQuery } from "@tanstack/react-query";
import { call } from "./net/client.ts";
import { useSession } from "./session.tsx";

interface RecognisedSumsProps {
  readonly nodeId: string;
  /** As the community people live in, or as their unit. */
  readonly side: "home" | "unit";
}

export const RecognisedSums = ({ nodeId, side }: RecognisedSumsProps) => {
  const { pack } = useSession();
  const points = pack.participation?.points;
  const { data } = useQuery({
    queryKey: ["points", "recognised", nodeId],
    queryFn: ({ signal }) => call(pointsApi.recognised, { node: nodeId }, { signal }),
    enabled: Boolean(points),
    // Whoever may not read it is not told so on a page that is about something else.
    retry: false,
  });
  if (!points || !data) return null;
  const total = data[side];
  return (
    <p className="card">
      {points.label}：今年认可志愿服务
      {total ? ` ${total.deeds} 次、${total.points} 分。` : `的不足 ${fewestPeople} 人，不显示合计。`}
    </p>
  );
};
