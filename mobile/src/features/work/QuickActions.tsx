/** Steps that can be taken from the list. Which ones, and what they ask, comes from the pack. */
import { type CaseAction, type CaseSummary, casesApi } from "@ginkgo/shared/api/cases.ts";
import { useQueries, useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { ActionSheet } from "../../ui/case/ActionSheet.tsx";
import { call } from "../../ui/net/client.ts";
import { caseView } from "../../ui/net/queries.ts";

/** A card is small: two steps, everything else when it is opened. */
const most = 2;

interface QuickActionsProps {
  readonly item: CaseSummary;
  readonly onChoose: (action: CaseAction) => void;
}

export const QuickActions = ({ item, onChoose }: QuickActionsProps) => {
  const actions = useQueries({
    queries: item.bulkActions.slice(0, most).map((action) => ({
      queryKey: ["bulk-action", action],
      queryFn: () => call(casesApi.bulkAction, { action }),
      staleTime: 600_000,
    })),
  }).flatMap((query) => query.data ?? []);
  return (
    <div className="quick">
      {actions.map((action) => (
        <button
          key={action.action}
          type="button"
          className={action.tone === "primary" ? "quick-main" : undefined}
          onClick={() => onChoose(action)}
        >
          {action.label}
        </button>
      ))}
      <Link to={`/cases/${item.id}`}>查看详情</Link>
    </div>
  );
};

interface QuickSheetProps {
  readonly item: CaseSummary;
  readonly action: CaseAction;
  readonly onClose: () => void;
}

/** Lives beside the list, not in the card: when someone else was faster the card goes, the typed words must not. */
export const QuickSheet = ({ item, action, onClose }: QuickSheetProps) => {
  const fresh = useQuery(caseView(item.id)).data;
  const version = Math.max(item.version, fresh?.version ?? 0);
  return <ActionSheet caseId={item.id} version={version} action={action} onClose={onClose} />;
};
