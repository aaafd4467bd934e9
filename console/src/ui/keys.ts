import { useEffect, useRef } from "react";

export type KeyMap = Readonly<Record<string, () => void>>;

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** A dialog has the keyboard to itself; a drawer does not, unless asked for. */
const dialogOpen = (): boolean => document.querySelector(".ant-modal-wrap:not([style*='display: none'])") !== null;

/** Single-key shortcuts, silent while someone is typing or a dialog is open. */
export const useKeys = (keys: KeyMap, enabled = true): void => {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (typing(event.target) || dialogOpen()) return;
      // Enter on a focused button or link presses that instead.
      const pressable = event.target instanceof HTMLElement && event.target.closest("button, a, [role='menuitem']");
      if (event.key === "Enter" && pressable) return;
      const run = latest.current[event.key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [enabled]);
};
