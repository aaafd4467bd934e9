import { agreedItemsApi } from "@ginkgo/shared/api/agreed-items.ts";
import type { CaseAction } from "@ginkgo/shared/api/cases.ts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { ActionBar } from "../../ui/case/ActionBar.tsx";
import { StateTag } from "../../ui/case/StateTag.tsx";
import { timeOf } from "../../ui/case/words.ts";
import { StepSheet } from "../../ui/form/StepSheet.tsx";
import { call } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { Gallery } from "../../ui/photos/Gallery.tsx";
import { Loaded } from "../../ui/states.tsx";
import { agreementsKey, itemView } from "./queries.ts";
import { itemStates, leftText } from "./words.ts";
import "../../ui/case/case.css";
import "../../ui/case/steps.css";
import "../../ui/form/form.css";
import "./agreements.css";

const base = { confirm: null, key: null, bulk: false } as const;
const evidence = (label: string): CaseAction["form"] => [
  { kind: "text", name: "note", label, required: false, multiline: true, maxLength: 1000 },
  { kind: "photos", name: "photos", label: "照片（说明和照片至少有一样）", required: false, min: 0, max: 9 },
];

const done: CaseAction = { ...base, action: "done", label: "已完成", tone: "primary", form: evidence("完成情况") };
const report: CaseAction = {
  ...base,
  action: "report",
  label: "登记进展",
  tone: "default",
  form: [
    { kind: "number", name: "progress", label: "做到百分之几", required: true, min: 0, max: 99, unit: "%" },
    ...evidence("进展"),
  ],
};

const ItemPage = () => {
  const { itemId = "" } = useParams();
  const client = useQueryClient();
  const [action, setAction] = useState<CaseAction>();
  const query = useQuery(itemView(itemId));
  const item = query.data;
  const back = () => void client.invalidateQueries({ queryKey: agreementsKey });
  return (
    <Page
      title="共建事项"
      back="/agreements"
      footer={item?.may.report ? <ActionBar actions={[done, report]} onChoose={setAction} /> : undefined}
    >
      <Loaded query={query}>
        {(one) => (
          <>
            <section className="card">
              <div className="case-head">
                <h2 className="case-title agree-what">{one.what}</h2>
                <StateTag {...itemStates[one.state]} />
              </div>
              <p className="soft">
                由{one.owner.name}负责，{one.due} 前完成{one.state === "open" ? `，进度 ${one.progress}%` : ""}
              </p>
              {one.state === "open" && <p className={one.late ? "due-late" : undefined}>{leftText(one)}</p>}
              <p>
                出自{" "}
                <Link
                  to={
                    one.source.type === "agreement"
                      ? `/agreements/${one.source.id}`
                      : `/agreements/meetings/${one.source.id}`
                  }
                >
                  {one.source.title}
                </Link>
              </p>
              {one.note && <p className="agree-words">{one.note}</p>}
              <Gallery files={one.photos} />
            </section>
            <section className="card">
              <h2 className="case-title">经过</h2>
              <ul className="agree-lines">
                {one.history.map((entry) => (
                  <li key={entry.id}>
                    <p>
                      <strong>{entry.label}</strong>{" "}
                      <span className="soft">{`${entry.actor} ${timeOf(entry.at)}`}</span>
                    </p>
                    {entry.text && <p className="agree-words">{entry.text}</p>}
                  </li>
                ))}
              </ul>
            </section>
          </>
        )}
      </Loaded>
      {item && action && (
        <StepSheet
          key={action.action}
          version={item.version}
          action={action}
          send={(data, idempotencyKey) => {
            const {
              progress = 100,
              note = "",
              photos = [],
            } = data as {
              progress?: number;
              note?: string;
              photos?: string[];
            };
            const input = { itemId, version: item.version, progress, note, photos };
            return call(agreedItemsApi.report, input, { idempotencyKey });
          }}
          onDone={back}
          onOvertaken={back}
          onClose={() => setAction(undefined)}
        />
      )}
    </Page>
  );
};
export default ItemPage;
