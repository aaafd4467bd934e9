import type { CaseAction } from "@ginkgo/shared/api/cases.ts";
import { type Attendee, meetingsApi } from "@ginkgo/shared/api/meetings.ts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router";
import { ActionBar } from "../../ui/case/ActionBar.tsx";
import { StateTag } from "../../ui/case/StateTag.tsx";
import { StepSheet } from "../../ui/form/StepSheet.tsx";
import { call } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { Gallery } from "../../ui/photos/Gallery.tsx";
import { Loaded } from "../../ui/states.tsx";
import { ItemLine } from "./ItemLine.tsx";
import { agreementsKey, meetingView } from "./queries.ts";
import { answers, meetingStates, spanOf } from "./words.ts";
import "../../ui/case/case.css";
import "../../ui/case/steps.css";
import "../../ui/form/form.css";
import "./agreements.css";

const base = { confirm: null, key: null, bulk: false } as const;
const words = (label: string): CaseAction["form"] => [
  { kind: "text", name: "words", label, required: false, multiline: false, maxLength: 200 },
];
const comes: CaseAction = {
  ...base,
  action: "comes",
  label: "参加",
  tone: "primary",
  form: words("谁来参加（可不填）"),
};
const stays: CaseAction = {
  ...base,
  action: "stays",
  label: "不能参加",
  tone: "default",
  form: words("原因（可不填）"),
};

const MeetingPage = () => {
  const { meetingId = "" } = useParams();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<{ action: CaseAction; attendee: Attendee }>();
  const query = useQuery(meetingView(meetingId));
  const mine = query.data?.status === "planned" ? query.data.attendees.find((one) => one.mine) : undefined;
  const back = () => void client.invalidateQueries({ queryKey: agreementsKey });
  return (
    <Page
      title="联席会议"
      back="/agreements?tab=meetings"
      footer={
        mine ? (
          <ActionBar actions={[comes, stays]} onChoose={(action) => setChosen({ action, attendee: mine })} />
        ) : undefined
      }
    >
      <Loaded query={query}>
        {(one) => (
          <>
            <section className="card">
              <div className="case-head">
                <h2 className="case-title">
                  {one.title}
                  {one.everyMonths > 0 || one.round > 1 ? `（第 ${one.round} 次）` : ""}
                </h2>
                <StateTag {...meetingStates[one.status]} />
              </div>
              <p>{spanOf(one)}</p>
              <p>{one.place}</p>
              <p className="soft">
                {one.node.name} · {one.calledBy}召集
              </p>
              {one.agenda && <p className="agree-words">{one.agenda}</p>}
            </section>
            {one.minutes && (
              <section className="card">
                <h2 className="case-title">会议纪要</h2>
                <p className="agree-words">{one.minutes}</p>
                <Gallery files={one.photos} />
              </section>
            )}
            {one.agreedItems.length > 0 && (
              <section className="card">
                <h2 className="case-title">定下的事项</h2>
                <ul className="agree-lines">
                  {one.agreedItems.map((item) => (
                    <li key={item.id}>
                      <ItemLine item={item} />
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <section className="card">
              <h2 className="case-title">参加</h2>
              {one.attendees.map((attendee) => (
                <div key={attendee.id} className="agree-party">
                  <span>
                    {attendee.name}
                    {attendee.words && <small>{attendee.words}</small>}
                  </span>
                  <span className={attendee.answer === "declined" ? "due-late" : "soft"}>
                    {attendee.answer === "invited" ? "未回复" : answers[attendee.answer]}
                  </span>
                </div>
              ))}
              {one.others && <p className="soft">另有：{one.others}</p>}
            </section>
          </>
        )}
      </Loaded>
      {chosen && query.data && (
        <StepSheet
          key={chosen.action.action}
          version={query.data.version}
          action={chosen.action}
          send={(data, idempotencyKey) =>
            call(
              meetingsApi.answer,
              {
                meetingId,
                attendeeId: chosen.attendee.id,
                comes: chosen.action.action === "comes",
                words: (data as { words?: string }).words ?? "",
              },
              { idempotencyKey },
            )
          }
          onDone={back}
          onOvertaken={back}
          onClose={() => setChosen(undefined)}
        />
      )}
    </Page>
  );
};
export default MeetingPage;
