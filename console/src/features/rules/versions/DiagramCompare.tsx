import type { PackChangeView } from "@ginkgo/shared/api/pack.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { Select, Skeleton } from "antd";
import { lazy, Suspense, useMemo, useState } from "react";
import { EmptyState } from "../../../ui/States.tsx";
import { usePhoneWidth } from "../../../ui/usePhoneWidth.ts";
import { Outline } from "../workflow/Outline.tsx";
import type { Mark } from "../workflow/StateMark.tsx";
import { StatePanel } from "../workflow/StatePanel.tsx";
import { marksOf, workflowsOf } from "./marks.ts";

const Diagram = lazy(async () => ({ default: (await import("../diagram/Diagram.tsx")).Diagram }));

export interface Side {
  readonly name: string;
  readonly pack: Pack;
}

interface HalfProps {
  readonly side: Side;
  readonly id: string;
  readonly marks: ReadonlyMap<string, Mark>;
}

const Half = ({ side, id, marks }: HalfProps) => {
  const phone = usePhoneWidth();
  const [path, open] = useState<string | null>(null);
  const workflow = side.pack.workflows[id];
  const naming = workflow ? { pack: side.pack, workflow } : undefined;
  return (
    <section className="compare-half">
      <h3>{side.name}</h3>
      {workflow && naming ? (
        <>
          {phone ? (
            <Outline naming={naming} marks={marks} onOpen={open} />
          ) : (
            <Suspense fallback={<Skeleton className="state" active paragraph={{ rows: 8 }} />}>
              <Diagram pack={side.pack} workflow={workflow} marks={marks} smallest={0.45} onOpen={open} />
            </Suspense>
          )}
          <StatePanel naming={naming} workflowId={id} path={path} onOpen={open} />
        </>
      ) : (
        <EmptyState text="这一版没有这个流程" />
      )}
    </section>
  );
};

interface DiagramCompareProps {
  readonly before: Side;
  readonly after: Side;
  readonly changes: readonly PackChangeView[];
}

/** One workflow as it was and as it is, with what came, went and changed marked in words. */
export const DiagramCompare = ({ before, after, changes }: DiagramCompareProps) => {
  const workflows = workflowsOf(before.pack.workflows, after.pack.workflows, changes);
  const [chosen, choose] = useState<string | null>(null);
  const id = chosen ?? workflows.find(({ changed }) => changed)?.id ?? workflows[0]?.id ?? "";
  const marks = useMemo(
    () => marksOf(id, before.pack.workflows[id], after.pack.workflows[id], changes),
    [id, before, after, changes],
  );
  return (
    <>
      <div className="rule-tools">
        <Select
          aria-label="比较哪个流程"
          className="compare-select"
          value={id}
          onChange={choose}
          options={workflows.map(({ id, label, changed }) => ({
            value: id,
            label: changed ? `${label}（有改动）` : label,
          }))}
        />
        <span className="muted small">
          标记：新增 {marks.after.size - [...marks.after.values()].filter((mark) => mark === "changed").length}，删除{" "}
          {[...marks.before.values()].filter((mark) => mark === "removed").length}，有改动{" "}
          {[...marks.after.values()].filter((mark) => mark === "changed").length}
        </span>
      </div>
      <div className="compare">
        <Half side={before} id={id} marks={marks.before} />
        <Half side={after} id={id} marks={marks.after} />
      </div>
    </>
  );
};
