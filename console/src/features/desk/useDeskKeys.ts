import type { CaseSummary } from "@ginkgo/shared/api/cases.ts";
import type { InputRef } from "antd";
import type { RefObject } from "react";
import { useKeys } from "../../ui/keys.ts";

interface DeskKeys {
  readonly items: readonly CaseSummary[];
  readonly focused: string | null;
  readonly onFocus: (caseId: string) => void;
  readonly onToggle: (item: CaseSummary) => void;
  readonly onOpen: (item: CaseSummary) => void;
  readonly searchBox: RefObject<InputRef | null>;
  /** With a case open, letters belong to its buttons; moving on to the next case still works. */
  readonly caseOpen: boolean;
}

export const useDeskKeys = ({ items, focused, onFocus, onToggle, onOpen, searchBox, caseOpen }: DeskKeys): void => {
  const at = items.findIndex((item) => item.id === focused);

  const move = (step: number) => {
    const next = items[Math.min(Math.max(at + step, 0), items.length - 1)];
    if (!next) return;
    onFocus(next.id);
    document.querySelector(`[data-case="${next.id}"]`)?.scrollIntoView({ block: "nearest" });
    if (caseOpen) onOpen(next);
  };
  const onFocused = (run: (item: CaseSummary) => void) => () => {
    const item = items[at];
    if (item) run(item);
  };

  const down = () => move(1);
  const up = () => move(-1);
  useKeys({
    j: down,
    ArrowDown: down,
    k: up,
    ArrowUp: up,
    "/": () => searchBox.current?.focus(),
    ...(caseOpen ? {} : { x: onFocused(onToggle), Enter: onFocused(onOpen) }),
  });
};
