/** The place's accent and the person's type size, put on the document before anything is drawn. */
import { keep, readKept } from "../ui/kept.ts";

export const applyLook = (): void => {
  const root = document.documentElement;
  root.dataset.large = readKept<boolean>("large") ? "yes" : "no";
  const accent = readKept<string>("accent");
  if (accent && /^#[0-9a-f]{6}$/i.test(accent)) root.style.setProperty("--adm-color-primary", accent);
};

export const setAccent = (accent: string): void => {
  keep("accent", accent);
  applyLook();
};
