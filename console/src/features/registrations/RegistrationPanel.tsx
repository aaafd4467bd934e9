/** One registration, in the register's drawer or on its own page: what is offered, consent, contact, steps, history. */
import { EditOutlined, PhoneOutlined } from "@ant-design/icons";
import { type RegistrationDetail, registrationsApi } from "@ginkgo/shared/api/registrations.ts";
import { timeOf, weekdayName } from "@ginkgo/shared/day.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Form, Input, Switch } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { detailOf } from "../../ui/api/client.ts";
import { useChange, useFetch } from "../../ui/api/hooks.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { MatterPanel } from "../../ui/matter/MatterPanel.tsx";
import { Loaded } from "../../ui/States.tsx";
import { fullTime } from "../../ui/time.ts";
import { EditOffer } from "./EditOffer.tsx";

const Contact = ({ one }: { one: RegistrationDetail }) => {
  const [asking, setAsking] = useState(false);
  const ask = useChange(registrationsApi.contact, () => setAsking(false));
  if (one.who !== "person") return null;
  return (
    <div>
      <dt>手机</dt>
      <dd>
        {ask.data?.phone ? <a href={`tel:${ask.data.phone}`}>{ask.data.phone}</a> : (one.phone ?? "没有登记")}{" "}
        {one.may.contact && !ask.data && one.phone ? (
          <Button size="small" type="link" icon={<PhoneOutlined />} onClick={() => setAsking(true)}>
            查看号码
          </Button>
        ) : null}
        {asking ? (
          <FormModal<{ reason: string }>
            title="查看联系方式"
            okText="查看"
            pending={ask.isPending}
            error={ask.error}
            names={["reason"]}
            onSubmit={({ reason }) => ask.mutate({ registrationId: one.id, reason })}
            onClose={() => setAsking(false)}
          >
            <Form.Item
              name="reason"
              label="为什么要看"
              extra="时间、查看人和原因都会记录下来。"
              rules={[{ required: true, min: 2, message: "请说明原因" }]}
            >
              <Input maxLength={200} />
            </Form.Item>
          </FormModal>
        ) : null}
      </dd>
    </div>
  );
};

const Consent = ({ one }: { one: RegistrationDetail }) => {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const change = useChange(registrationsApi.consent, () => void queries.invalidateQueries());
  if (!one.consent.asked && !one.unitSees) return null;
  const agreed = one.unitSees;
  return (
    <div>
      <dt>单位查看记录</dt>
      <dd>
        {one.may.consent ? (
          <Switch
            aria-label="同意单位查看我的参与记录"
            checked={agreed}
            loading={change.isPending}
            onChange={(next) =>
              change.mutate(
                { registrationId: one.id, agreed: next },
                { onError: (error) => void message.error(detailOf(error)) },
              )
            }
          />
        ) : null}{" "}
        {agreed
          ? `本人已同意${one.consent.agreedAt ? `（${fullTime(one.consent.agreedAt)}）` : ""}`
          : "本人没有同意，单位只看到汇总数"}
      </dd>
    </div>
  );
};

const Known = ({ one }: { one: RegistrationDetail }) => {
  const [editing, setEditing] = useState(false);
  return (
    <section className="section">
      <h2>
        报到信息
        {one.may.edit ? (
          <Button size="small" type="link" icon={<EditOutlined />} onClick={() => setEditing(true)}>
            修改
          </Button>
        ) : null}
      </h2>
      <dl className="known">
        <Contact one={one} />
        <div>
          <dt>报到的地方</dt>
          <dd>
            {one.place} <Link to={`/communities/${one.node.id}`}>社区页</Link>
          </dd>
        </div>
        {one.unit || one.body ? (
          <div>
            <dt>{one.body ? "单位" : "所在单位"}</dt>
            <dd>
              <Link to={`/units/${(one.body ?? one.unit)?.id}`}>{(one.body ?? one.unit)?.name}</Link>
            </dd>
          </div>
        ) : null}
        <Consent one={one} />
        {one.skills.length > 0 ? (
          <div>
            <dt>职业、技能</dt>
            <dd>{one.skills.map(({ label }) => label).join("、")}</dd>
          </div>
        ) : null}
        {one.free.length > 0 ? (
          <div>
            <dt>有空的时间</dt>
            <dd>
              {one.free.map(({ day, from, to }) => `${weekdayName(day)} ${timeOf(from)}–${timeOf(to)}`).join("，")}
            </dd>
          </div>
        ) : null}
        {one.reachMeters ? (
          <div>
            <dt>愿意去</dt>
            <dd>{one.reachMeters >= 1000 ? `${one.reachMeters / 1000} 公里` : `${one.reachMeters} 米`}以内</dd>
          </div>
        ) : null}
        {one.mostAtOnce ? (
          <div>
            <dt>同时最多</dt>
            <dd>{one.mostAtOnce} 件</dd>
          </div>
        ) : null}
        {one.registeredAt ? (
          <div>
            <dt>报到时间</dt>
            <dd>{fullTime(one.registeredAt)}</dd>
          </div>
        ) : null}
        {one.active && one.dueAt ? (
          <div>
            <dt>下次复核</dt>
            <dd>{fullTime(one.dueAt).slice(0, 10)}</dd>
          </div>
        ) : null}
      </dl>
      {editing ? <EditOffer one={one} onClose={() => setEditing(false)} /> : null}
    </section>
  );
};

export const RegistrationPanel = ({ registrationId }: { registrationId: string }) => {
  const query = useFetch(registrationsApi.view, { registrationId });
  return (
    <Loaded query={query} rows={10}>
      {(one) => (
        <MatterPanel matterId={registrationId}>
          <Known one={one} />
        </MatterPanel>
      )}
    </Loaded>
  );
};
