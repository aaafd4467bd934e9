/** The reporter, masked; the number is shown only after a reason was given, which the server writes down. */
import { type CaseView, casesApi } from "@ginkgo/shared/api/cases.ts";
import { useMutation } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { PhoneFill } from "antd-mobile-icons";
import { useState } from "react";
import { call } from "../../ui/net/client.ts";
import { Sheet } from "../../ui/Sheet.tsx";
import { Refusal } from "../../ui/states.tsx";

const reasons = ["上门前联系", "核实情况和地点", "告知办理结果"];

interface Person {
  readonly name: string;
  readonly phone: string | null;
}

export const Contact = ({ one }: { one: CaseView }) => {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const reveal = useMutation({
    mutationFn: () => call(casesApi.revealContact, { caseId: one.id, reason: reason.trim() }),
    onSuccess: () => setOpen(false),
  });
  const people: readonly (readonly [string, Person | null])[] = [
    ["反映人", reveal.data?.reporter ?? one.reporter],
    ["替谁反映", reveal.data?.onBehalfOf ?? one.onBehalfOf],
  ];
  return (
    <div className="contact">
      {people.map(
        ([label, person]) => person && <Row key={label} label={label} person={person} callable={reveal.isSuccess} />,
      )}
      {one.mayReveal && !reveal.isSuccess && <Button onClick={() => setOpen(true)}>查看联系方式</Button>}
      <Sheet
        title="为什么要看联系方式？"
        open={open}
        onClose={() => setOpen(false)}
        footer={
          <Button
            block
            color="primary"
            disabled={reason.trim().length < 2}
            loading={reveal.isPending}
            onClick={() => reveal.mutate()}
          >
            查看
          </Button>
        }
      >
        <p className="field-help" style={{ paddingTop: "0.75rem" }}>
          这是居民的个人信息，只用于办理这件事。您的查看会被记录。
        </p>
        <div className="chips">
          {reasons.map((words) => (
            <button
              key={words}
              type="button"
              className="chip"
              aria-pressed={reason === words}
              onClick={() => setReason(words)}
            >
              {words}
            </button>
          ))}
        </div>
        <div className="field">
          <label className="field-label" htmlFor="reason">
            原因
          </label>
          <input
            id="reason"
            className="box"
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <Refusal error={reveal.error} />
      </Sheet>
    </div>
  );
};

const Row = ({ label, person, callable }: { label: string; person: Person; callable: boolean }) => (
  <p>
    {label}：{person.name} {!callable && person.phone}
    {callable && person.phone && (
      <a className="call" href={`tel:${person.phone}`}>
        <PhoneFill /> 打电话 {person.phone}
      </a>
    )}
  </p>
);
