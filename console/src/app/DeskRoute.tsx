import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { DeskPage } from "../features/desk/DeskPage.tsx";

const CasePanel = lazy(async () => ({ default: (await import("../features/case/CasePanel.tsx")).CasePanel }));

/** The desk shows cases in a drawer; what a case looks like is the case feature's business, so the two meet here. */
export const DeskRoute = () => (
  <DeskPage
    renderCase={(caseId) => (
      <Suspense fallback={<Skeleton active paragraph={{ rows: 10 }} />}>
        <CasePanel caseId={caseId} compact />
      </Suspense>
    )}
  />
);
