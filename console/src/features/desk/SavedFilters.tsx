import { SaveOutlined } from "@ant-design/icons";
import { casesApi } from "@ginkgo/shared/api/cases.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Modal, Tag } from "antd";
import { type ReactNode, useState } from "react";
import { detailOf } from "../../ui/api/client.ts";
import { keyOf, useChange, useFetch } from "../../ui/api/hooks.ts";
import { type DeskFilter, sameFilter } from "./deskQuery.ts";

interface SavedFiltersProps {
  readonly filter: DeskFilter;
  readonly onApply: (filter: DeskFilter) => void;
  /** At the end of the row. */
  readonly children?: ReactNode;
}

/** One's own questions under a name, one press away. */
export const SavedFilters = ({ filter, onApply, children }: SavedFiltersProps) => {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [name, setName] = useState<string | null>(null);
  const saved = useFetch(casesApi.savedFilters, {}).data?.items ?? [];
  const refresh = () => void queries.invalidateQueries({ queryKey: keyOf(casesApi.savedFilters) });
  const failed = (error: Error) => void message.error(detailOf(error));
  const save = useChange(casesApi.saveFilter, () => {
    setName(null);
    refresh();
  });
  const remove = useChange(casesApi.deleteFilter, refresh);
  const submit = () => {
    if (name?.trim()) save.mutate({ name: name.trim(), filter }, { onError: failed });
  };

  return (
    <div className="saved">
      {saved.map((one) => {
        const on = sameFilter(one.filter, filter);
        return (
          <Tag
            key={one.id}
            className="saved-chip"
            color={on ? "processing" : undefined}
            closable={{ "aria-label": `删除“${one.name}”` }}
            onClose={(event) => {
              event.preventDefault();
              remove.mutate({ filterId: one.id }, { onError: failed });
            }}
          >
            <button type="button" aria-pressed={on} onClick={() => onApply(one.filter)}>
              {one.name}
            </button>
          </Tag>
        );
      })}
      <Button size="small" type="text" icon={<SaveOutlined />} onClick={() => setName("")}>
        存为常用
      </Button>
      <span className="grow" />
      {children}
      <Modal
        open={name !== null}
        title="把现在的条件存为常用"
        okText="保存"
        cancelText="取消"
        confirmLoading={save.isPending}
        okButtonProps={{ disabled: !name?.trim() }}
        onOk={submit}
        onCancel={() => setName(null)}
      >
        <Input
          autoFocus
          maxLength={30}
          value={name ?? ""}
          placeholder="例如：本周已超时"
          aria-label="名称"
          onChange={(event) => setName(event.target.value)}
          onPressEnter={submit}
        />
        <p className="muted small">同名的会被替换；只有自己看得到。</p>
      </Modal>
    </div>
  );
};
