import { Alert } from "antd";
import { useMe } from "../../ui/api/session.ts";
import { QrSheet } from "../../ui/print/QrSheet.tsx";
import { EmptyState, Loaded } from "../../ui/States.tsx";
import { useClaimsFilter } from "./filter.ts";
import { useAllClaimables } from "./useAll.ts";

/** A code for each of the filtered list: flower boxes, benches, posts. */
export const QrCodesPage = () => {
  const { list = "need", values } = useClaimsFilter();
  const query = useAllClaimables({ ...values, list } as Parameters<typeof useAllClaimables>[0]);
  const tenant = useMe().data?.tenant ?? "";
  return (
    <Loaded query={query}>
      {({ items, more }) =>
        items.length === 0 ? (
          <EmptyState text="没有符合条件的" />
        ) : (
          <>
            {more ? (
              <Alert
                className="gap-below no-print"
                type="warning"
                showIcon
                title="内容太多，只列出最新的一部分，请先缩小范围。"
              />
            ) : null}
            <QrSheet
              tenant={tenant}
              cards={items.map((item) => ({
                id: item.id,
                title: item.title,
                kind: item.kindLabel,
                place: item.address ?? item.place,
                path: `/c/${item.code}`,
              }))}
            />
          </>
        )
      }
    </Loaded>
  );
};
