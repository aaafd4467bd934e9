import { type PackDraft, type PackDraftState, packApi } from "@ginkgo/shared/api/pack.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { call, codeOf, detailOf } from "../../../ui/api/client.ts";
import { keyOf } from "../../../ui/api/hooks.ts";

export type Content = Record<string, unknown>;

export type Saving =
  | { readonly is: "unchanged" | "waiting" | "saving" | "saved" }
  | { readonly is: "failed"; readonly detail: string }
  /** Someone else saved, published or deleted the draft; `other` is what is there now. */
  | { readonly is: "stale"; readonly other: PackDraft | null };

export interface Autosave {
  readonly saving: Saving;
  /** What the server said of the content when it was saved last. */
  readonly known: PackDraftState | null;
  /** Saves what is not saved yet; answers whether everything is. */
  readonly flush: (basedOn?: number) => Promise<boolean>;
  /** Saves over what someone else has saved meanwhile. */
  readonly overwrite: (other: PackDraft | null) => Promise<boolean>;
  /** Throws the draft away, with what is not saved yet. */
  readonly discard: () => Promise<void>;
}

const wait = 900;

export const useAutosave = (content: Content, from: PackDraft | null): Autosave => {
  const queries = useQueryClient();
  const [known, setKnown] = useState<PackDraftState | null>(from);
  const [saving, setSaving] = useState<Saving>({ is: from ? "saved" : "unchanged" });
  const latest = useRef(content);
  latest.current = content;
  const saved = useRef(content);
  const version = useRef(from?.draftVersion ?? 0);
  const running = useRef<Promise<boolean> | null>(null);

  const send = useCallback(
    async (basedOn?: number): Promise<boolean> => {
      const sending = latest.current;
      setSaving({ is: "saving" });
      try {
        const state = await call(packApi.savePackDraft, { content: sending, draftVersion: version.current, basedOn });
        version.current = state.draftVersion;
        saved.current = sending;
        setKnown(state);
        queries.setQueryData(keyOf(packApi.packDraft, {}), { draft: { ...state, content: sending } });
        void queries.invalidateQueries({ queryKey: keyOf(packApi.packDiff) });
        setSaving({ is: latest.current === sending ? "saved" : "waiting" });
        return true;
      } catch (error) {
        const now = codeOf(error) === "stale" ? await call(packApi.packDraft, {}).catch(() => undefined) : undefined;
        setSaving(now ? { is: "stale", other: now.draft } : { is: "failed", detail: detailOf(error) });
        return false;
      }
    },
    [queries],
  );

  const flush = useCallback(
    async (basedOn?: number): Promise<boolean> => {
      if (running.current) await running.current;
      if (latest.current === saved.current && basedOn === undefined) return true;
      running.current = send(basedOn).finally(() => {
        running.current = null;
      });
      return running.current;
    },
    [send],
  );

  useEffect(() => {
    // Taking back what was never saved leaves nothing to save.
    const settled: Saving = { is: version.current > 0 ? "saved" : "unchanged" };
    const next: Saving = content === saved.current ? settled : { is: "waiting" };
    setSaving((now) => (now.is === "stale" || now.is === "saving" ? now : next));
  }, [content]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the content begins the wait anew
  useEffect(() => {
    if (saving.is !== "waiting") return;
    const timer = setTimeout(() => void flush(), wait);
    return () => clearTimeout(timer);
  }, [content, saving.is, flush]);

  // Leaving the page saves what was typed last.
  useEffect(() => () => void flush(), [flush]);

  useEffect(() => {
    const open = !["saved", "unchanged"].includes(saving.is);
    if (!open) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", hold);
    return () => window.removeEventListener("beforeunload", hold);
  }, [saving.is]);

  const overwrite = useCallback(
    (other: PackDraft | null) => {
      version.current = other?.draftVersion ?? 0;
      // Even what was saved before is not what is there now.
      saved.current = {};
      return flush();
    },
    [flush],
  );

  const discard = useCallback(async () => {
    if (running.current) await running.current;
    await call(packApi.deletePackDraft, { draftVersion: version.current });
    saved.current = latest.current;
  }, []);

  return { saving, known, flush, overwrite, discard };
};
