/** The next step, straight from the list. What it is comes with the case, so it is asked for when it is wanted. */
import type { CaseAction, CaseSummary, CaseView } from "@ginkgo/shared/api/cases.ts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { ActionSheet } from "../../ui/case/ActionSheet.tsx";
import { toast } from "../../ui/feedback.ts";
import { problemOf } from "../../ui/net/client.ts";
import { caseView } from "../../ui/net/queries.ts";

interface QuickActionsProps {
  readonly item: CaseSummary;
  readonly onChoose: (action: CaseAction) => void;
}

/** The step the pack marks as the usual one. Several or none: the person decides on the case's own page. */
const usualStep = (view: CaseView): CaseAction | undefined => {
  const usual = view.actions.filter((action) => action.tone === "primary");
  return usual.length === 1 ? usual[0] : undefined;
};

export const QuickActions = ({ item, onChoose }: QuickActionsProps) => {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const handle = async () => {
    setAsking(true);
    try {
      const step = usualStep(await client.fetchQuery({ ...caseView(item.id), staleTime: 0 }));
      if (step) onChoose(step);
      else navigate(`/cases/${item.id}`);
    } catch (error) {
      void toast(problemOf(error).detail, "fail");
    } finally {
      setAsking(false);
    }
  };
  return (
    <div className="quick">
      <Link to={`/cases/${item.id}`}>查看详情</Link>
      <button type="button" className="quick-main" disabled={asking} onClick={() => void handle()}>
        {asking ? "请稍等…" : "马上处理"}
      </button>
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
