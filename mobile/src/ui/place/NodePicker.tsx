/** Finds a node of the tree by going down level by level, or by typing its name. */
import { orgApi } from "@ginkgo/shared/api/org.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { RightOutline } from "antd-mobile-icons";
import { useState } from "react";
import { useDelayed } from "../form/use-delayed.ts";
import { call } from "../net/client.ts";
import { Empty, Loaded } from "../states.tsx";
import "../form/form.css";
import "./place.css";

export interface PickedNode {
  readonly id: string;
  readonly name: string;
  readonly trail: string;
}

export interface PickLevel {
  readonly tiers: readonly string[];
  /** False for a level one only passes through. */
  readonly pick: boolean;
}

interface NodePickerProps {
  readonly levels: readonly PickLevel[];
  readonly onPick: (node: PickedNode) => void;
}

export const NodePicker = ({ levels, onPick }: NodePickerProps) => {
  const [path, setPath] = useState<readonly PickedNode[]>([]);
  const [words, setWords] = useState("");
  const q = useDelayed(words.trim());
  const here = path.at(-1);
  const level = levels[path.length];
  const searchTiers = levels.filter((one) => one.pick).flatMap((one) => one.tiers);
  const tiers = q ? searchTiers : (level?.tiers ?? []);
  const query = useQuery({
    queryKey: ["nodes", tiers, q ? "" : here?.id, q],
    queryFn: () => {
      const where = q ? { q, limit: 50 } : here ? { under: here.id } : {};
      return call(orgApi.nodes, { tiers: tiers.join(","), ...where });
    },
    enabled: tiers.length > 0,
    staleTime: 300_000,
    placeholderData: q ? keepPreviousData : undefined,
  });
  const open = (node: PickedNode) => {
    const deeper = !q && path.length + 1 < levels.length;
    if (deeper) setPath([...path, node]);
    else onPick(node);
  };
  const mayStop = !q && here && levels[path.length - 1]?.pick;
  return (
    <div className="node-picker">
      <input
        className="box"
        type="search"
        aria-label="输入名称查找"
        placeholder="输入社区、小区名称查找"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {!q && path.length > 0 && (
        <nav className="crumbs" aria-label="已选">
          <button type="button" className="plain-button" onClick={() => setPath([])}>
            全部
          </button>
          {path.map((node, index) => (
            <button
              key={node.id}
              type="button"
              className="plain-button"
              onClick={() => setPath(path.slice(0, index + 1))}
            >
              › {node.name}
            </button>
          ))}
        </nav>
      )}
      {mayStop && (
        <Button block color="primary" onClick={() => onPick(here)}>
          就选“{here.name}”
        </Button>
      )}
      {tiers.length > 0 && (
        <Loaded query={query} lines={3}>
          {({ items }) => (
            <>
              {mayStop && items.length > 0 && <p className="field-help">也可以选得更细：</p>}
              {items.length === 0 && !mayStop && <Empty title="没有找到" hint="换个名称试试" />}
              <ul className="options">
                {items.map((node) => (
                  <li key={node.id}>
                    <button type="button" className="option" onClick={() => open(node)}>
                      <span style={{ flex: 1 }}>
                        {node.name}
                        <small>{[q ? node.trail : "", node.address].filter(Boolean).join(" · ")}</small>
                      </span>
                      {!q && path.length + 1 < levels.length && <RightOutline />}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Loaded>
      )}
    </div>
  );
};
