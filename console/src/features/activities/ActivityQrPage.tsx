import { activitiesApi } from "@ginkgo/shared/api/activities.ts";
import { useParams } from "react-router";
import { useFetch } from "../../ui/api/hooks.ts";
import { useMe } from "../../ui/api/session.ts";
import { QrSheet } from "../../ui/print/QrSheet.tsx";
import { Loaded } from "../../ui/States.tsx";

/** A poster: scanning it opens the activity, signed in or not. */
export const ActivityQrPage = () => {
  const { activityId = "" } = useParams();
  const query = useFetch(activitiesApi.view, { activityId });
  const tenant = useMe().data?.tenant ?? "";
  return (
    <Loaded query={query}>
      {(one) => (
        <QrSheet
          tenant={tenant}
          cards={[
            {
              id: one.id,
              title: one.title,
              kind: one.kindLabel,
              place: one.venue,
              path: `/a/${one.code}`,
              hint: "扫一扫，查看和报名",
            },
          ]}
        />
      )}
    </Loaded>
  );
};
