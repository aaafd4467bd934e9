import { useEffect } from "react";
import { useSearchParams } from "react-router";
import { isUnder } from "./paths.ts";

/** Brings the place a problem speaks of into view and puts the cursor there. */
export const useJump = () => {
  const [search] = useSearchParams();
  const at = search.get("at");
  useEffect(() => {
    if (!at) return;
    const places = [...document.querySelectorAll<HTMLElement>("[data-path]")]
      .filter(({ dataset }) => dataset.path !== undefined && isUnder(at, dataset.path))
      .sort((a, b) => (b.dataset.path?.length ?? 0) - (a.dataset.path?.length ?? 0));
    const place = places[0];
    if (!place) return;
    for (let around = place.closest("details"); around; around = around.parentElement?.closest("details") ?? null)
      around.open = true;
    place.scrollIntoView({ block: "center" });
    place.querySelector<HTMLElement>("input, textarea, button, [tabindex]")?.focus({ preventScroll: true });
  }, [at]);
};
