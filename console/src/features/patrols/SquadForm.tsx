import { patrolsApi, type Squad } from "@ginkgo/shared/api/patrols.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Form, Input, Switch } from "antd";
import { keyOf, useChange } from "../../ui/api/hooks.ts";
import { tiersAs, usePack } from "../../ui/api/session.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { PeopleSelect } from "../../ui/form/PeopleSelect.tsx";

interface Values {
  nodeId: string;
  name: string;
  teamId?: string;
  people?: string[];
  open: boolean;
}

/** Who patrols together: people one by one, or all of a team. */
export const SquadForm = ({ squad, onClose }: { squad?: Squad | undefined; onClose: () => void }) => {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const pack = usePack();
  const saved = () => {
    void queries.invalidateQueries({ queryKey: keyOf(patrolsApi.squads) });
    void message.success("已保存");
    onClose();
  };
  const add = useChange(patrolsApi.addSquad, saved);
  const change = useChange(patrolsApi.changeSquad, saved);
  return (
    <FormModal<Values>
      title={squad ? `修改“${squad.name}”` : "新建巡逻队"}
      okText="保存"
      pending={add.isPending || change.isPending}
      error={add.error ?? change.error}
      initial={
        squad
          ? {
              name: squad.name,
              open: squad.open,
              teamId: squad.team?.id,
              people: squad.people.map(({ id }) => id),
            }
          : { people: [] }
      }
      names={["nodeId", "name", "teamId", "people", "open"]}
      onSubmit={({ nodeId, name, teamId, people, open }) => {
        const draft = { name, teamId: teamId ?? null, people: people ?? [] };
        if (squad) change.mutate({ squadId: squad.id, version: squad.version, open, ...draft });
        else add.mutate({ nodeId, ...draft });
      }}
      onClose={onClose}
    >
      {squad ? null : (
        <Form.Item
          name="nodeId"
          label="属于哪里"
          rules={[{ required: true, message: "请选择属于哪里" }]}
          extra="这里和下面的路线，这个队都可以巡。"
        >
          <NodeSelect />
        </Form.Item>
      )}
      <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: "请填写名称" }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="people" label="队员">
        <PeopleSelect known={squad?.people ?? []} most={300} />
      </Form.Item>
      <Form.Item name="teamId" label="或者就是一支队伍" extra="组织树上这支队伍的人都是队员。">
        <NodeSelect tiers={tiersAs(pack, "body")} />
      </Form.Item>
      {squad ? (
        <Form.Item name="open" label="在用" valuePropName="checked">
          <Switch />
        </Form.Item>
      ) : null}
    </FormModal>
  );
};
