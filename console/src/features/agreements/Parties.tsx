import { CheckCircleFilled, ClockCircleOutlined } from "@ant-design/icons";
import { type AgreementParty, type AgreementView, agreementsApi } from "@ginkgo/shared/api/agreements.ts";
import { App, Button, Popconfirm } from "antd";
import { detailOf } from "../../ui/api/client.ts";
import { useChange } from "../../ui/api/hooks.ts";
import { fullTime } from "../../ui/time.ts";

const questions = {
  yes: { title: "同意这份协议？", text: "同意以后，各方都同意时协议就生效。", button: "同意" },
  paper: {
    title: "按签字的协议登记同意？",
    text: "这个单位在系统里没有经办人。请确认已经上传盖章签字的协议。",
    button: "按纸质协议登记",
  },
} as const;

const Party = ({
  party,
  pending,
  onAgree,
}: {
  party: AgreementParty;
  pending: boolean;
  onAgree: (onPaper: boolean) => void;
}) => {
  const asked = party.mayAgree === "no" ? undefined : questions[party.mayAgree];
  return (
    <div className="agree-party">
      <strong>{party.node.name}</strong>
      {party.agreedAt ? (
        <span className="muted small">
          <CheckCircleFilled style={{ color: "#2f9e5b" }} /> {party.agreedBy} {fullTime(party.agreedAt)} 同意
          {party.onPaper ? "（凭签字协议登记）" : ""}
        </span>
      ) : (
        <span className="muted small">
          <ClockCircleOutlined /> 还没有同意
        </span>
      )}
      {asked ? (
        <Popconfirm
          title={asked.title}
          description={asked.text}
          okText={asked.button}
          cancelText="再看看"
          onConfirm={() => onAgree(party.mayAgree === "paper")}
        >
          <Button type="primary" size="small" loading={pending}>
            {asked.button}
          </Button>
        </Popconfirm>
      ) : null}
    </div>
  );
};

export const Parties = ({ view, onDone }: { view: AgreementView; onDone: (after: AgreementView) => void }) => {
  const { message } = App.useApp();
  const agree = useChange(agreementsApi.agree, (after) => {
    onDone(after);
    void message.success(after.phase === "inForce" ? "各方都已同意，协议生效" : "已同意");
  });
  return (
    <div className="agree-parties">
      {view.parties.map((party) => (
        <Party
          key={party.node.id}
          party={party}
          pending={agree.isPending && agree.variables?.party === party.node.id}
          onAgree={(onPaper) =>
            agree.mutate(
              { agreementId: view.matter.id, version: view.matter.version, party: party.node.id, onPaper },
              { onError: (error) => void message.error(detailOf(error)) },
            )
          }
        />
      ))}
    </div>
  );
};
