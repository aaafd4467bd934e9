import { useRef, useState } from "react";
import { useCaseChanges } from "../../ui/live.ts";

/**
 * Changes made elsewhere. While nobody is in the middle of something the list refreshes by itself; otherwise a bar says
 * how much is new, and the rows under the cursor stay where they are.
 */
export const useNews = (refresh: () => unknown, busy: () => boolean) => {
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ refresh, busy });
  latest.current = { refresh, busy };

  const take = () => {
    setChanged(new Set());
    void latest.current.refresh();
  };
  useCaseChanges(({ caseId }) => {
    setChanged((all) => new Set(all).add(caseId));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (!latest.current.busy()) take();
    }, 1_200);
  });
  return { count: changed.size, take };
};
