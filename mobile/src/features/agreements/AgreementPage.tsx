import { type AgreementParty, type AgreementView, agreementsApi } from "@ginkgo/shared/api/agreements.ts";
import type { CaseAction } from "@ginkgo/shared/api/cases.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { ActionBar } from "../../ui/case/ActionBar.tsx";
import { ProgressLine } from "../../ui/case/ProgressLine.tsx";
import { StateTag } from "../../ui/case/StateTag.tsx";
import { Timeline } from "../../ui/case/Timeline.tsx";
import { timeOf } from "../../ui/case/words.ts";
import { confirm, toast } from "../../ui/feedback.ts";
import { StepSheet } from "../../ui/form/StepSheet.tsx";
import { call } from "../../ui/net/client.ts";
import { useStableKey } from "../../ui/net/stable-key.ts";
import { Page } from "../../ui/Page.tsx";
import { Gallery } from "../../ui/photos/Gallery.tsx";
import { Loaded, Refusal } from "../../ui/states.tsx";
import { ItemLine } from "./ItemLine.tsx";
import { agreementsKey, agreementView } from "./queries.ts";
import "../../ui/case/case.css";
import "../../ui/case/steps.css";
import "../../ui/form/form.css";
import "./agreements.css";

const Parties = ({ view }: { view: AgreementView }) => {
  const client = useQueryClient();
  const keyFor = useStableKey();
  const agree = useMutation({
    mutationFn: (party: string) => {
      const input = { agreementId: view.matter.id, version: view.matter.version, party };
      return call(agreementsApi.agree, input, { idempotencyKey: keyFor(input) });
    },
    onSuccess: (after) => {
      client.setQueryData(agreementView(view.matter.id).queryKey, after);
      void toast(after.phase === "inForce" ? "各方都已同意，协议生效" : "已同意", "success");
    },
    onSettled: () => void client.invalidateQueries({ queryKey: agreementsKey }),
  });
  const ask = async ({ node }: AgreementParty) => {
    if (await confirm("同意这份协议？", `代表${node.name}同意。各方都同意以后协议就生效。`, "同意"))
      agree.mutate(node.id);
  };
  return (
    <section className="card">
      <h2 className="case-title">各方</h2>
      {view.parties.map((party) => (
        <div key={party.node.id} className="agree-party">
          <span>
            {party.node.name}
            <small>{party.agreedAt ? `${party.agreedBy} ${timeOf(party.agreedAt)} 同意` : "还没有同意"}</small>
          </span>
          {party.mayAgree === "yes" && (
            <Button color="primary" loading={agree.isPending} onClick={() => void ask(party)}>
              同意
            </Button>
          )}
        </div>
      ))}
      <Refusal error={agree.error} />
    </section>
  );
};

const Steps = ({ view }: { view: AgreementView | undefined }) => {
  const client = useQueryClient();
  const [action, setAction] = useState<CaseAction>();
  if (!view || (view.matter.actions.length === 0 && !action)) return null;
  const { id: agreementId, version, actions } = view.matter;
  return (
    <>
      <ActionBar actions={actions} onChoose={setAction} />
      {action && (
        <StepSheet
          key={action.action}
          version={version}
          action={action}
          send={(data, idempotencyKey) =>
            call(agreementsApi.act, { agreementId, action: action.action, version, data }, { idempotencyKey })
          }
          onDone={(after) => {
            client.setQueryData(agreementView(agreementId).queryKey, after);
            void client.invalidateQueries({ queryKey: agreementsKey });
          }}
          onOvertaken={() => void client.invalidateQueries({ queryKey: agreementsKey })}
          onClose={() => setAction(undefined)}
        />
      )}
    </>
  );
};

const AgreementPage = () => {
  const { agreementId = "" } = useParams();
  const query = useQuery(agreementView(agreementId));
  return (
    <Page title="共建协议" back="/agreements?tab=agreements" footer={<Steps view={query.data} />}>
      <Loaded query={query}>
        {(view) => (
          <>
            <section className="card">
              <div className="case-head">
                <h2 className="case-title">{view.matter.title}</h2>
                <StateTag label={view.matter.stateLabel} tone={view.matter.tone} />
              </div>
              <p className="soft">
                {view.from} 至 {view.to}
                {view.ending ? `，还有 ${view.daysLeft} 天到期` : ""}
              </p>
              <ProgressLine points={view.matter.progress} />
              {view.purpose && <p className="agree-words">{view.purpose}</p>}
              {view.renewedBy && <Link to={`/agreements/${view.renewedBy.id}`}>看续签的协议</Link>}
            </section>
            <Parties view={view} />
            <section className="card">
              <h2 className="case-title">
                共建事项（{view.itemsDone}/{view.items}）
              </h2>
              <ul className="agree-lines">
                {view.agreedItems.map((item) => (
                  <li key={item.id}>
                    <ItemLine item={item} />
                  </li>
                ))}
              </ul>
            </section>
            {view.signed.length > 0 && (
              <section className="card">
                <h2 className="case-title">签字的协议</h2>
                <Gallery files={view.signed} />
                <p className="agree-files">
                  {view.signed
                    .filter(({ kind }) => kind === "document")
                    .map((file, index) => (
                      <a key={file.id} href={file.url} download>
                        下载 PDF {index + 1}
                      </a>
                    ))}
                </p>
              </section>
            )}
            <section className="card">
              <h2 className="case-title">经过</h2>
              <Timeline entries={view.matter.timeline} />
            </section>
          </>
        )}
      </Loaded>
    </Page>
  );
};
export default AgreementPage;
