import { EyeOutlined } from "@ant-design/icons";
import { type PackDraft, packApi } from "@ginkgo/shared/api/pack.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Badge, Button, Card, ConfigProvider, Popconfirm, Select } from "antd";
import { useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { call, detailOf } from "../../ui/api/client.ts";
import { keyOf } from "../../ui/api/hooks.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, Loaded } from "../../ui/States.tsx";
import { shortTime } from "../../ui/time.ts";
import { usePhoneWidth } from "../../ui/usePhoneWidth.ts";
import { CategoriesPart } from "./draft/CategoriesPart.tsx";
import { OutdatedAlert, ProblemList, StaleAlert } from "./draft/DraftAlerts.tsx";
import { DraftProvider, useDraft } from "./draft/DraftContext.tsx";
import { FiguresPart } from "./draft/FiguresPart.tsx";
import { ListsPart } from "./draft/ListsPart.tsx";
import { type PartId, partOf, parts } from "./draft/problems.ts";
import { RolesPart } from "./draft/RolesPart.tsx";
import { SaveBar } from "./draft/SaveState.tsx";
import { useJump } from "./draft/useJump.ts";
import { WordsPart } from "./draft/WordsPart.tsx";
import { WorkflowsPart } from "./draft/WorkflowsPart.tsx";
import { RulesNav } from "./RulesNav.tsx";
import { useCurrent } from "./useRules.ts";
import "./rules.css";
import "./draft/draft.css";

const contents: Readonly<Record<PartId, () => React.ReactNode>> = {
  words: () => <WordsPart />,
  categories: () => <CategoriesPart />,
  workflows: () => <WorkflowsPart />,
  roles: () => <RolesPart />,
  lists: () => <ListsPart />,
  figures: () => <FiguresPart />,
};

const isPart = (part: string | null): part is PartId => parts.some(({ id }) => id === part);

const PartChoice = ({ part, onChoose }: { part: PartId; onChoose: (part: PartId) => void }) => {
  const phone = usePhoneWidth();
  const { problems } = useDraft();
  const count = (id: PartId) => problems.filter(({ path }) => partOf(path) === id).length;
  if (phone)
    return (
      <Select<PartId>
        aria-label="改哪一部分"
        className="draft-parts-select"
        value={part}
        onChange={onChoose}
        options={parts.map(({ id, label }) => ({
          value: id,
          label: count(id) > 0 ? `${label}（${count(id)} 处问题）` : label,
        }))}
      />
    );
  return (
    <nav className="draft-parts" aria-label="草稿的各部分">
      {parts.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          aria-current={id === part}
          className={id === part ? "master-entry master-open" : "master-entry"}
          onClick={() => onChoose(id)}
        >
          <span className="grow">{label}</span>
          <Badge count={count(id)} size="small" title="处问题" />
        </button>
      ))}
    </nav>
  );
};

const Discard = ({ onDone }: { onDone: () => void }) => {
  const { known, discard } = useDraft();
  const { message } = App.useApp();
  if (!known) return null;
  const confirmed = async () => {
    try {
      await discard();
      void message.success("草稿已放弃");
      onDone();
    } catch (error) {
      void message.error(detailOf(error));
    }
  };
  return (
    <Popconfirm title="放弃整份草稿？" description="不能找回。" okText="放弃" cancelText="取消" onConfirm={confirmed}>
      <Button danger type="text">
        放弃草稿
      </Button>
    </Popconfirm>
  );
};

const Editor = ({ current, onReload }: { current: number; onReload: () => void }) => {
  const { known, flush, mayEdit } = useDraft();
  const [search, setSearch] = useSearchParams();
  const go = useNavigate();
  const asked = search.get("part");
  const part = isPart(asked) ? asked : "words";
  useJump();
  const preview = async () => {
    if (await flush()) void go("/rules/draft/preview");
  };
  return (
    <>
      <SaveBar>
        {mayEdit ? <Discard onDone={onReload} /> : null}
        <Button type="primary" icon={<EyeOutlined />} disabled={!known} onClick={() => void preview()}>
          发布前预览
        </Button>
      </SaveBar>
      <StaleAlert onReload={onReload} />
      <OutdatedAlert current={current} />
      <ProblemList />
      <div className="draft-page">
        <PartChoice part={part} onChoose={(id) => setSearch({ part: id }, { replace: true })} />
        <Card>
          <ConfigProvider componentDisabled={!mayEdit}>{contents[part]()}</ConfigProvider>
        </Card>
      </div>
    </>
  );
};

/** Read anew each time: a draft that was left in memory may be someone else's by now. */
const useStart = (round: number) =>
  useQuery({
    queryKey: [...keyOf(packApi.packDraft), "editing", round],
    queryFn: ({ signal }) => call(packApi.packDraft, {}, { signal }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

interface Start {
  readonly draft: PackDraft | null;
  readonly running: Pack;
  readonly current: number;
  readonly mayEdit: boolean;
}

export const DraftPage = () => {
  const queries = useQueryClient();
  const [round, setRound] = useState(0);
  const { versions, query: current } = useCurrent();
  const draft = useStart(round);
  const reload = () => {
    void queries.invalidateQueries({ queryKey: keyOf(packApi.packDraft, {}) });
    void queries.invalidateQueries({ queryKey: keyOf(packApi.packVersions) });
    setRound(round + 1);
  };
  const may = versions.data?.may.edit ?? false;
  const start: Start | undefined =
    draft.data && current.data
      ? { draft: draft.data.draft, running: current.data.content, current: current.data.version, mayEdit: may }
      : undefined;
  const seen = start?.draft;
  return (
    <>
      <PageHead
        title="规则草稿"
        note={
          seen
            ? `${seen.editedBy.name} ${shortTime(seen.editedAt)} 保存过，从第 ${seen.basedOn} 版改来`
            : "改动先存为草稿，预览、发布以后才生效"
        }
      />
      <RulesNav />
      <Loaded query={{ data: start, error: draft.error ?? current.error, refetch: reload }} rows={10}>
        {({ draft, running, current, mayEdit }) =>
          draft || mayEdit ? (
            <DraftProvider key={round} draft={draft} running={running} mayEdit={mayEdit}>
              <Editor current={current} onReload={reload} />
            </DraftProvider>
          ) : (
            <EmptyState text="现在没有草稿" action={<Link to="/rules">看现行规则</Link>} />
          )
        }
      </Loaded>
    </>
  );
};
