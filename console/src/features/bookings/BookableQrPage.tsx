import { bookingsApi } from "@ginkgo/shared/api/bookings.ts";
import { useParams } from "react-router";
import { useFetch } from "../../ui/api/hooks.ts";
import { useMe } from "../../ui/api/session.ts";
import { QrSheet } from "../../ui/print/QrSheet.tsx";
import { EmptyState, Loaded } from "../../ui/States.tsx";

/** For the door: scanned, it opens the week of this room. */
export const BookableQrPage = () => {
  const { placeId = "" } = useParams();
  const query = useFetch(bookingsApi.bookable, { placeId });
  const tenant = useMe().data?.tenant ?? "";
  return (
    <Loaded query={query}>
      {({ id, name, kindLabel, trail, code }) =>
        code ? (
          <QrSheet
            tenant={tenant}
            cards={[
              {
                id,
                title: name,
                kind: kindLabel,
                place: trail,
                path: `/b/${code}`,
                hint: "扫一扫，查看空闲时段和预约",
              },
            ]}
          />
        ) : (
          <EmptyState text="只有管理这里的人可以打印二维码" />
        )
      }
    </Loaded>
  );
};
