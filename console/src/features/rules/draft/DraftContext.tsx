import type { PackDraft, PackProblemView } from "@ginkgo/shared/api/pack.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { begin, edit, type History, redo, undo } from "./history.ts";
import { getAt, isUnder, type Path, pathText, setAt } from "./paths.ts";
import { packOf } from "./shape.ts";
import { type Autosave, type Content, useAutosave } from "./useAutosave.ts";

interface Draft extends Autosave {
  readonly content: Content;
  /** The draft as a pack, or the last that was one: for names only. */
  readonly pack: Pack;
  readonly mayEdit: boolean;
  readonly problems: readonly PackProblemView[];
  get(path: Path): unknown;
  set(path: Path, value: unknown): void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
}

const DraftContext = createContext<Draft | null>(null);

export const useDraft = (): Draft => {
  const draft = useContext(DraftContext);
  if (!draft) throw new Error("DraftContext is missing");
  return draft;
};

export const useProblemsUnder = (path: Path): PackProblemView[] => {
  const { problems } = useDraft();
  const above = pathText(path);
  return problems.filter((problem) => isUnder(problem.path, above));
};

/** Ctrl+Z everywhere on the page: what stands in a field is part of the draft. */
const useUndoKeys = (back: () => void, forth: () => void) =>
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
      const key = event.key.toLowerCase();
      const isRedo = key === "y" || (key === "z" && event.shiftKey);
      if (key !== "z" && !isRedo) return;
      event.preventDefault();
      (isRedo ? forth : back)();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [back, forth]);

interface DraftProviderProps {
  readonly draft: PackDraft | null;
  /** What the place runs on: where a new draft begins. */
  readonly running: Pack;
  readonly mayEdit: boolean;
  readonly children: ReactNode;
}

export const DraftProvider = ({ draft, running, mayEdit, children }: DraftProviderProps) => {
  const [history, setHistory] = useState<History<Content>>(() => begin(draft?.content ?? (running as Content)));
  const content = history.now;
  const autosave = useAutosave(content, draft);
  const sound = useRef(running);
  sound.current = packOf(content) ?? sound.current;

  const set = useCallback(
    (path: Path, value: unknown) =>
      setHistory((now) => edit(now, setAt(now.now, path, value) as Content, pathText(path), Date.now())),
    [],
  );
  const back = useCallback(() => mayEdit && setHistory(undo), [mayEdit]);
  const forth = useCallback(() => mayEdit && setHistory(redo), [mayEdit]);
  useUndoKeys(back, forth);

  const value = useMemo<Draft>(
    () => ({
      ...autosave,
      content,
      pack: sound.current,
      mayEdit,
      problems: autosave.known?.problems ?? [],
      get: (path) => getAt(content, path),
      set,
      undo: mayEdit && history.past.length > 0 ? back : undefined,
      redo: mayEdit && history.future.length > 0 ? forth : undefined,
    }),
    [autosave, content, mayEdit, set, history, back, forth],
  );
  return <DraftContext value={value}>{children}</DraftContext>;
};
