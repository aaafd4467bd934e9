/** One person who is visited: masked until a reason is given; writing down a visit; what was done before. */
import { type CareView, careApi } from "@ginkgo/shared/api/care.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { timeOf } from "../../ui/case/words.ts";
import { call } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { Gallery } from "../../ui/photos/Gallery.tsx";
import { ReasonSheet } from "../../ui/ReasonSheet.tsx";
import { Loaded } from "../../ui/states.tsx";
import { onePlan } from "./queries.ts";
import { VisitSheet } from "./VisitSheet.tsx";
import { dueTones, dueWords, entryWords } from "./words.ts";
import "../../ui/case/case.css";
import "../../ui/form/form.css";
import "./visits.css";

const Person = ({ plan }: { plan: CareView }) => {
  const [asking, setAsking] = useState(false);
  const reveal = useMutation({
    mutationFn: (reason: string) => call(careApi.reveal, { planId: plan.id, reason }),
    onSuccess: () => setAsking(false),
    // Not kept once the page is left.
    gcTime: 0,
  });
  const person = reveal.data;
  if (!person)
    return (
      <>
        <Button onClick={() => setAsking(true)}>查看姓名、地址和电话</Button>
        {asking && (
          <ReasonSheet
            title="为什么要看？"
            note="这是个人信息，只用于这次走访。您的查看会被记录。"
            reasons={["今天上门", "电话联系", "联系家属"]}
            pending={reveal.isPending}
            error={reveal.error}
            onReason={(reason) => reveal.mutate(reason)}
            onClose={() => setAsking(false)}
          />
        )}
      </>
    );
  const rows = [
    ["姓名", person.name, false],
    ["电话", person.phone, true],
    ["地址", person.address, false],
    ["需要注意", person.health, false],
    ["家属", person.guardian, false],
    ["家属电话", person.guardianPhone, true],
  ] as const;
  return (
    <dl className="visit-person">
      {rows
        .filter(([, text]) => text !== "")
        .map(([label, text, phone]) => [
          <dt key={`${label}-label`}>{label}</dt>,
          <dd key={label}>{phone ? <a href={`tel:${text.replace(/[\s-]/g, "")}`}>{text}</a> : text}</dd>,
        ])}
    </dl>
  );
};

const Entries = ({ plan }: { plan: CareView }) => (
  <ul className="card visit-entries">
    {plan.entries.length === 0 && <li>还没有走访记录。</li>}
    {plan.entries.map((entry) => (
      <li key={entry.id}>
        <p className="visit-line">
          <b>{entryWords[entry.type]}</b>
          <small>
            {entry.by} · {timeOf(entry.at)}
          </small>
        </p>
        {entry.details.map(({ label, text }) => (
          <p key={label}>
            <span className="visit-label">{label}：</span>
            {text}
          </p>
        ))}
        <Gallery files={entry.photos} />
        {entry.caseId && <Link to={`/cases/${entry.caseId}`}>有关的诉求</Link>}
      </li>
    ))}
  </ul>
);

const VisitPage = () => {
  const { planId = "" } = useParams();
  const query = useQuery(onePlan(planId));
  const [writing, setWriting] = useState<"visit" | "note">();
  const plan = query.data;
  return (
    <Page
      title={plan ? `${plan.kindLabel} ${plan.name}` : "走访"}
      back="/visits"
      footer={
        plan?.may.visit ? (
          <div className="visit-foot">
            <Button block onClick={() => setWriting("note")}>
              记一笔
            </Button>
            <Button block color="primary" onClick={() => setWriting("visit")}>
              写走访记录
            </Button>
          </div>
        ) : undefined
      }
    >
      <Loaded query={query}>
        {(one) => (
          <>
            <section className="card">
              <p className="visit-line">
                <strong>{one.trail}</strong>
                {one.due !== "none" && (
                  <span className={one.due === "late" ? "tag visit-late" : `tag tag-${dueTones[one.due]}`}>
                    {dueWords(one)}
                  </span>
                )}
              </p>
              <p className="case-facts">
                <span>每 {one.everyDays} 天一次</span>
                <span>上次：{one.lastVisitAt ? timeOf(one.lastVisitAt) : "还没有"}</span>
                {one.status === "paused" && <span>暂停到 {one.pausedUntil}</span>}
                {one.status === "ended" && <span>已结束</span>}
              </p>
              {one.may.reveal && <Person key={one.id} plan={one} />}
            </section>
            <Entries plan={one} />
            {writing && <VisitSheet plan={one} what={writing} onClose={() => setWriting(undefined)} />}
          </>
        )}
      </Loaded>
    </Page>
  );
};
export default VisitPage;
